"""Repairs of an assessment (nhiệm vụ khắc phục): which are open, which are late."""

from datetime import date

from cchc_desktop.domain.state import State
from cchc_desktop.domain.units import Task


def tasks_of(state: State, assessment: str) -> tuple[Task, ...]:
    """Return the tasks of an assessment, in order."""
    found = [task for task in state.tasks.values() if task.assessment == assessment]
    return tuple(sorted(found, key=lambda task: (task.order, task.id)))


def open_tasks(state: State, assessment: str) -> tuple[Task, ...]:
    """Return the tasks of an assessment that are not done, in order."""
    return tuple(task for task in tasks_of(state, assessment) if task.done_on is None)


def is_late(task: Task, today: date) -> bool:
    """Return whether a task is open after its last day."""
    return task.done_on is None and task.due is not None and task.due < today
