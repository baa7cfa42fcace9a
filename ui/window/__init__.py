"""What surrounds the workplaces: rail, head bar, status bar, menus, their layouts."""
