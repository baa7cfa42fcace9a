"""The formula language: named figures, + - * / ( ), comparisons, if, min, max, round; Decimals.

A formula is parsed once into a small tree. There are no attributes, no other calls, no powers;
length, depth and the number of parts are bounded, so that any formula ends at once.
Arguments are separated by ";" because the decimal sign is ",".
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal, DecimalException

from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.points import ZERO, compared
from cchc_desktop.domain.text import nfc
from cchc_desktop.records import record
from cchc_desktop.wording import formula as words

MOST_CHARACTERS = 2000
MOST_DEPTH = 40
_MOST_PARTS = 500
_MOST_PLACES = 12
_TOKEN = re.compile(
    r"\s*(?:(?P<number>\d+(?:[.,]\d+)?)|(?P<name>[^\W\d]\w*)|(?P<sign><=|>=|<>|[-+*/();<>=×÷−]))"
)
_WRONG = "wrong"
_SAME_SIGN = {"×": "*", "÷": "/", "−": "-"}
_CONTEXT = Context(prec=34, rounding=ROUND_HALF_EVEN, Emax=10**6, Emin=-(10**6))
_ARITHMETIC: Mapping[str, Callable[[Decimal, Decimal], Decimal]] = {
    "+": _CONTEXT.add,
    "-": _CONTEXT.subtract,
    "*": _CONTEXT.multiply,
    "/": _CONTEXT.divide,
}
_COMPARE: Mapping[str, Callable[[Decimal, Decimal], bool]] = {
    "<": lambda a, b: a < b,
    ">": lambda a, b: a > b,
    "<=": lambda a, b: a <= b,
    ">=": lambda a, b: a >= b,
    "=": lambda a, b: a == b,
    "<>": lambda a, b: a != b,
}
FUNCTIONS: Mapping[str, tuple[int, int]] = {
    "if": (3, 3),
    "min": (1, 20),
    "max": (1, 20),
    "round": (1, 2),
}


class FormulaError(CchcError):
    """A formula that cannot be read or worked out, with the first wrong character.

    Args:
        at: place of the first wrong character, counted from 1.
        sentence: what is wrong there.
        repair: text to put there instead, where one can be offered.
    """

    def __init__(self, at: int, sentence: str, repair: str = "") -> None:
        super().__init__(words.at_character(at, sentence), words.hint(repair))
        self.at = at
        self.cause = sentence
        self.repair = repair


@record
class Token:
    """A number, name, sign or wrong character, with its place counted from 1."""

    kind: str
    text: str
    at: int


@record
class Number:
    """A number that stands in the formula."""

    value: Decimal


@record
class Name:
    """A named figure."""

    name: str
    at: int


@record
class Operation:
    """Two parts joined by + - * / or a comparison."""

    sign: str
    left: "Part"
    right: "Part"
    at: int


@record
class Negation:
    """A part with a minus before it."""

    part: "Part"


@record
class Call:
    """if, min, max or round with its arguments."""

    function: str
    arguments: tuple["Part", ...]
    at: int


Part = Number | Name | Operation | Negation | Call


@record
class Formula:
    """A parsed formula: its text, its tree and the names it uses, in order."""

    text: str
    tree: Part
    names: tuple[str, ...]

    def value(self, figures: Mapping[str, Decimal]) -> Decimal:
        """Return what the formula gives; comparisons look at 12 places, true is 1.

        Raises:
            FormulaError: a figure is missing, a division by zero, a result too large.
        """
        try:
            return _value(self.tree, figures)
        except DecimalException as error:
            raise FormulaError(1, words.too_large()) from error


def parse_formula(text: str, known: Sequence[str] | None = None) -> Formula:
    """Return the parsed formula.

    Args:
        text: the formula.
        known: the names that may be used; None allows any.

    Raises:
        FormulaError: points at the first wrong character.
    """
    text = nfc(text)
    if len(text) > MOST_CHARACTERS:
        raise FormulaError(MOST_CHARACTERS + 1, words.too_long(MOST_CHARACTERS))
    reader = _Reader(list(tokens(text)), len(text) + 1)
    tree = reader.whole()
    names = tuple(dict.fromkeys(token.text for token in reader.named))
    if known is not None:
        for token in reader.named:
            if token.text not in known:
                nearest = _nearest(token.text, known)
                raise FormulaError(token.at, words.unknown_name(token.text, nearest), nearest)
    return Formula(text, tree, names)


def wrong_part(text: str, fault: FormulaError) -> str:
    """Return what stands at a fault: a whole name or number, one sign, or nothing."""
    found = _TOKEN.match(text, fault.at - 1)
    rest = text[fault.at - 1 :]
    return found[0] if found is not None and rest[:1].strip() else rest[:1].strip()


def repaired(text: str, fault: FormulaError) -> str:
    """Return the text with the repair that a fault offers: put in, or in place of a wrong part."""
    wrong = wrong_part(text, fault)
    is_replaced = fault.repair.isidentifier() or fault.repair == ";"
    start = fault.at - 1
    return text[:start] + fault.repair + text[start + (len(wrong) if is_replaced else 0) :]


def inserted(text: str, figures: Mapping[str, Decimal]) -> str:
    """Return a formula with its figures put in for their names."""
    return put_in(text, {name: words.figure_put_in(value) for name, value in figures.items()})


def put_in(text: str, known: Mapping[str, str]) -> str:
    """Return a formula with words put in for its names."""
    place, found = 0, ""
    for token in tokens(text):
        if token.kind == "name" and token.text in known:
            found += text[place : token.at - 1] + known[token.text]
            place = token.at - 1 + len(token.text)
    return found + text[place:]


def tokens(text: str) -> Iterator[Token]:
    """Yield the parts of a text from left to right, up to the first wrong character."""
    place = 0
    while text[place:].strip():
        found = _TOKEN.match(text, place)
        if found is None:
            wrong = place + len(text[place:]) - len(text[place:].lstrip())
            yield Token(_WRONG, text[wrong], wrong + 1)
            return
        kind = str(found.lastgroup)
        body = found[kind]
        yield Token(kind, _SAME_SIGN.get(body, body), found.start(kind) + 1)
        place = found.end()


class _Reader:
    """Reads tokens from left to right: comparison < sum < product < sign < atom."""

    def __init__(self, tokens: list[Token], end: int) -> None:
        self._tokens = tokens
        self._place = 0
        self._end = end
        self._depth = 0
        self._parts = 0
        self.named: list[Token] = []

    def whole(self) -> Part:
        if not self._tokens:
            raise FormulaError(1, words.empty())
        tree = self._comparison()
        left = self._next
        if left is not None:
            raise _unexpected(left)
        return tree

    @property
    def _next(self) -> Token | None:
        return self._tokens[self._place] if self._place < len(self._tokens) else None

    def _take(self, *signs: str) -> Token | None:
        token = self._next
        if token is None or token.kind != "sign" or token.text not in signs:
            return None
        self._place += 1
        return token

    def _demand(self, sign: str) -> None:
        if self._take(sign) is None:
            token = self._next
            if token is not None and token.kind == _WRONG:
                raise _unexpected(token)
            at = token.at if token is not None else self._end
            raise FormulaError(at, words.sign_missing(sign), sign)

    def _count(self, at: int) -> None:
        self._parts += 1
        if self._parts > _MOST_PARTS:
            raise FormulaError(at, words.too_many_parts(_MOST_PARTS))

    def _comparison(self) -> Part:
        left = self._sum()
        sign = self._take(*_COMPARE)
        return left if sign is None else Operation(sign.text, left, self._sum(), sign.at)

    def _sum(self) -> Part:
        left = self._product()
        while (sign := self._take("+", "-")) is not None:
            left = Operation(sign.text, left, self._product(), sign.at)
        return left

    def _product(self) -> Part:
        left = self._signed()
        while (sign := self._take("*", "/")) is not None:
            right = self._signed()
            if sign.text == "/" and _is_zero(right):
                raise FormulaError(sign.at, words.division_by_zero())
            left = Operation(sign.text, left, right, sign.at)
        return left

    def _signed(self) -> Part:
        is_negative = False
        while (sign := self._take("-", "+")) is not None:
            is_negative ^= sign.text == "-"
        atom = self._atom()
        return Negation(atom) if is_negative else atom

    def _atom(self) -> Part:
        token = self._next
        if token is None:
            raise FormulaError(self._end, words.ends_early())
        self._count(token.at)
        self._place += 1
        if token.kind == "number":
            return Number(Decimal(token.text.replace(",", ".")))
        if token.kind == "name":
            return self._name(token)
        if token.text == "(":
            return self._inside(token)
        raise _unexpected(token)

    def _inside(self, token: Token) -> Part:
        self._deeper(token)
        part = self._comparison()
        self._demand(")")
        self._depth -= 1
        return part

    def _deeper(self, token: Token) -> None:
        self._depth += 1
        if self._depth > MOST_DEPTH:
            raise FormulaError(token.at, words.too_deep(MOST_DEPTH))

    def _name(self, token: Token) -> Part:
        if self._take("(") is None:
            self.named.append(token)
            return Name(token.text, token.at)
        function = token.text.lower()
        if function not in FUNCTIONS:
            nearest = _IN_VIETNAMESE.get(function) or _nearest(function, tuple(FUNCTIONS))
            raise FormulaError(token.at, words.unknown_function(token.text), nearest)
        self._deeper(token)
        arguments = [self._comparison()]
        while self._take(";") is not None:
            arguments.append(self._comparison())
        self._demand(")")
        self._depth -= 1
        least, most = FUNCTIONS[function]
        if not least <= len(arguments) <= most:
            raise FormulaError(token.at, words.wrong_count(function, least, most))
        return Call(function, tuple(arguments), token.at)


def _is_zero(part: Part) -> bool:
    """Return whether a part is the number 0, with or without a sign."""
    inner = part.part if isinstance(part, Negation) else part
    return isinstance(inner, Number) and inner.value == ZERO


def _unexpected(token: Token) -> FormulaError:
    if token.kind == _WRONG:
        repair = ";" if token.text == "," else ""
        return FormulaError(token.at, words.unknown_sign(token.text), repair)
    return FormulaError(token.at, words.not_expected(token.text))


def _value(part: Part, figures: Mapping[str, Decimal]) -> Decimal:
    match part:
        case Number(value):
            return value
        case Name(name, at):
            if name not in figures:
                raise FormulaError(at, words.figure_missing(name))
            return figures[name]
        case Negation(inner):
            return _CONTEXT.minus(_value(inner, figures))
        case Operation():
            return _operation(part, figures)
        case Call():
            return _call(part, figures)


def _operation(part: Operation, figures: Mapping[str, Decimal]) -> Decimal:
    left, right = _value(part.left, figures), _value(part.right, figures)
    if part.sign in _ARITHMETIC:
        if part.sign == "/" and right == ZERO:
            raise FormulaError(part.at, words.division_by_zero())
        return _ARITHMETIC[part.sign](left, right)
    holds = _COMPARE[part.sign](compared(left), compared(right))
    return Decimal(int(holds))


def _call(part: Call, figures: Mapping[str, Decimal]) -> Decimal:
    if part.function == "if":
        condition, then, otherwise = part.arguments
        return _value(then if _value(condition, figures) != ZERO else otherwise, figures)
    values = [_value(argument, figures) for argument in part.arguments]
    if part.function == "min":
        return min(values)
    if part.function == "max":
        return max(values)
    places = values[1] if len(values) > 1 else ZERO
    if places != places.to_integral_value() or not ZERO <= places <= _MOST_PLACES:
        raise FormulaError(part.at, words.wrong_places(_MOST_PLACES))
    step = Decimal(1).scaleb(-int(places))
    return compared(values[0]).quantize(step, ROUND_HALF_UP, _CONTEXT)


_IN_VIETNAMESE = {"nếu": "if", "neu": "if", "tròn": "round", "tron": "round"}


def _nearest(name: str, known: Sequence[str]) -> str:
    """Return the known name that shares most letters with a wrong one, or ""."""
    scored = [(len(set(name.lower()) & set(other.lower())), other) for other in known]
    best = max(scored, default=(0, ""))
    return best[1] if best[0] * 2 > len(set(name)) else ""
