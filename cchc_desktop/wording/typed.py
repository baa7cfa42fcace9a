"""Why typed text is not taken as a number or a day, and how to write it."""

NUMBERS = "Ví dụ số đúng: 8,82 hoặc 94.385 hoặc 0,5."
COMMA_AND_DOT = "Viết dấu phẩy cho phần lẻ, dấu chấm cho hàng nghìn."
DATES = "Viết ngày/tháng/năm, ví dụ 24/02/2023."


def no_number(text: str) -> str:
    """Refuse text that is no number."""
    return f"“{text}” không phải là số."


def two_readings(text: str, first: str, second: str) -> str:
    """Say that a number can be read in two ways."""
    return f"“{text}” có thể hiểu là {first} hoặc {second}."


def no_date(text: str) -> str:
    """Refuse text that is no day."""
    return f"“{text}” không phải là ngày."
