"""What can be proved about a formula without working it out: its range, the way it moves.

Every part gets a span (no value lies outside) and a way (what the part does while one figure
grows and the others stay). Spans are rounded outwards, so a proof also holds for rounded
arithmetic. Figures are not negative and have at most 12 decimal places; a figure that the
formula divides by is not 0. Where a formula gives nothing, nothing is claimed.
"""

from collections.abc import Mapping
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Context, Decimal
from enum import StrEnum
from itertools import product

from cchc_desktop.domain.formula import Call, Name, Negation, Number, Operation, Part
from cchc_desktop.domain.points import ZERO, compared
from cchc_desktop.records import record

_INFINITE = Decimal("Infinity")
_ONE = Decimal(1)
_DOWNWARDS = Context(prec=34, rounding=ROUND_FLOOR, traps=[])
_UPWARDS = Context(prec=34, rounding=ROUND_CEILING, traps=[])
_WIDE = Context(prec=200, rounding=ROUND_HALF_UP)
_ORDERS = {"<", "<=", ">", ">="}
_MIRRORED = {"<": ">", ">": "<", "<=": ">=", ">=": "<=", "=": "=", "<>": "<>"}
_NEGATED = {"<": ">=", ">": "<=", "<=": ">", ">=": "<", "=": "<>", "<>": "="}


class Way(StrEnum):
    """What a part does while one figure grows."""

    CONSTANT = "constant"
    UP = "up"  # never falls
    DOWN = "down"  # never rises
    UNKNOWN = "unknown"


@record
class Span:
    """Values that a part can have: none below ``low``, none above ``high``."""

    low: Decimal
    high: Decimal
    has_zero: bool = True

    @property
    def is_empty(self) -> bool:
        """Whether there is no such value."""
        return self.low > self.high or (self.low == self.high == ZERO and not self.has_zero)


@record
class Shape:
    """A part's span and way."""

    span: Span
    way: Way


_TRUTH = Span(ZERO, _ONE)
_ANYTHING = Span(-_INFINITE, _INFINITE)
_Spans = Mapping[str, Span]


def divisors(part: Part) -> frozenset[str]:
    """Return the figures that a formula divides by, alone or as a factor."""
    match part:
        case Operation(sign, left, right):
            below = _factors(right) if sign == "/" else frozenset()
            return below | divisors(left) | divisors(right)
        case Negation(inner):
            return divisors(inner)
        case Call(arguments=arguments):
            return frozenset[str]().union(*map(divisors, arguments))
        case _:
            return frozenset()


def shape_of(tree: Part, names: tuple[str, ...], growing: str) -> Shape:
    """Return what can be proved about a formula while one figure grows.

    Args:
        tree: the parsed formula.
        names: all its figures.
        growing: the figure that grows.
    """
    below = divisors(tree)
    spans = {name: Span(ZERO, _INFINITE, has_zero=name not in below) for name in names}
    return _shape(tree, spans, growing)


def _factors(part: Part) -> frozenset[str]:
    match part:
        case Name(name):
            return frozenset({name})
        case Operation("*", left, right):
            return _factors(left) | _factors(right)
        case _:
            return frozenset()


def _shape(part: Part, spans: _Spans, growing: str) -> Shape:
    match part:
        case Number(value):
            return Shape(Span(value, value, has_zero=value == ZERO), Way.CONSTANT)
        case Name(name):
            return Shape(spans[name], Way.UP if name == growing else Way.CONSTANT)
        case Negation(inner):
            found = _shape(inner, spans, growing)
            return Shape(_negated(found.span), _flipped(found.way))
        case Operation():
            return _operation(part, spans, growing)
        case Call():
            return _call(part, spans, growing)


def _operation(part: Operation, spans: _Spans, growing: str) -> Shape:
    left, right = _shape(part.left, spans, growing), _shape(part.right, spans, growing)
    if part.sign in _MIRRORED:
        return _comparison(part, left, right)
    if part.sign == "*":
        ways = _scaled(left.way, right.span), _scaled(right.way, left.span)
        return Shape(_product(left.span, right.span), _joined(*ways))
    if part.sign == "/":
        below = _scaled(_inverted(right), left.span)
        ways = _scaled(left.way, right.span), below
        return Shape(_quotient(left.span, right.span), _joined(*ways))
    other, way = right.span, right.way
    if part.sign == "-":
        other, way = _negated(other), _flipped(way)
    return Shape(_sum(left.span, other), _joined(left.way, way))


def _comparison(part: Operation, left: Shape, right: Shape) -> Shape:
    decided = _decided(part, left.span, right.span)
    if decided is not None:
        value = Decimal(int(decided))
        return Shape(Span(value, value, has_zero=not decided), Way.CONSTANT)
    if part.sign not in _ORDERS:
        is_constant = left.way is right.way is Way.CONSTANT
        return Shape(_TRUTH, Way.CONSTANT if is_constant else Way.UNKNOWN)
    way = _joined(left.way, _flipped(right.way))  # what left - right does
    return Shape(_TRUTH, way if part.sign in {">", ">="} else _flipped(way))


def _decided(part: Operation, left: Span, right: Span) -> bool | None:
    """Return how a comparison always comes out, None where it depends."""
    sign, low, high = part.sign, left, right
    if _is_positive_name(part.left, left) and part.right == Number(ZERO):
        return {"=": False, "<=": False, "<>": True, ">": True}.get(sign)
    if sign in {">", ">="}:
        sign, low, high = _MIRRORED[sign], right, left
    always_less = _seen(low.high) < _seen(high.low)
    never_less = _seen(low.low) >= _seen(high.high)
    if sign == "<":
        return True if always_less else (False if never_less else None)
    if sign == "<=":
        at_most = _seen(low.high) <= _seen(high.low)
        return True if at_most else (False if _seen(low.low) > _seen(high.high) else None)
    apart = always_less or _seen(low.low) > _seen(high.high)
    if apart or len({left.low, left.high, right.low, right.high}) == 1:
        return (sign == "<>") == apart
    return None


def _is_positive_name(part: Part, span: Span) -> bool:
    return isinstance(part, Name) and span.low >= ZERO and not span.has_zero


def _call(part: Call, spans: _Spans, growing: str) -> Shape:
    if part.function == "if":
        return _choice(part, spans, growing)
    shapes = [_shape(argument, spans, growing) for argument in part.arguments]
    if part.function == "round":
        return _rounded(part, shapes[0])
    pick = min if part.function == "min" else max
    span = Span(pick(s.span.low for s in shapes), pick(s.span.high for s in shapes))
    return Shape(span, _joined(*(shape.way for shape in shapes)))


def _rounded(part: Call, value: Shape) -> Shape:
    places = part.arguments[1] if len(part.arguments) > 1 else Number(ZERO)
    if not isinstance(places, Number) or places.value not in range(13):
        return Shape(_ANYTHING, Way.UNKNOWN)
    step = _ONE.scaleb(-int(places.value))
    low, high = (
        end if end.is_infinite() else compared(end).quantize(step, context=_WIDE)
        for end in (value.span.low, value.span.high)
    )
    return Shape(Span(low, high), value.way)


def _choice(part: Call, spans: _Spans, growing: str) -> Shape:
    condition, then, otherwise = part.arguments
    asked = _shape(condition, spans, growing)
    yes, no = _narrowed(condition, spans, holds=True), _narrowed(condition, spans, holds=False)
    never = asked.span.low == asked.span.high == ZERO or _is_impossible(yes)
    always = not asked.span.has_zero or _is_impossible(no)
    if always or never:
        return _shape(then, yes, growing) if always else _shape(otherwise, no, growing)
    first, second = _shape(then, yes, growing), _shape(otherwise, no, growing)
    low = min(first.span.low, second.span.low)
    span = Span(low, max(first.span.high, second.span.high))
    turn = asked.way if asked.span.low >= ZERO else _joined(asked.way, Way.UNKNOWN)
    if asked.way is Way.CONSTANT:
        return Shape(span, _joined(first.way, second.way))
    before, after = (second, first) if turn is Way.UP else (first, second)
    return Shape(span, Way.UNKNOWN if turn is Way.UNKNOWN else _stepped(before, after))


def _stepped(before: Shape, after: Shape) -> Way:
    """Return the way of a part that goes over from one shape to another."""
    within = _joined(before.way, after.way)
    if before.span.high <= after.span.low and within in {Way.UP, Way.CONSTANT}:
        return Way.UP
    if before.span.low >= after.span.high and within in {Way.DOWN, Way.CONSTANT}:
        return Way.DOWN
    return Way.UNKNOWN


def _narrowed(condition: Part, spans: _Spans, *, holds: bool) -> _Spans:
    """Return the spans where "figure compared with number" holds, or does not."""
    match condition:
        case Operation(sign, Name(name), Number(value)) if sign in _MIRRORED:
            pass
        case Operation(sign, Number(value), Name(name)) if sign in _MIRRORED:
            sign = _MIRRORED[sign]
        case _:
            return spans
    sign = sign if holds else _NEGATED[sign]
    return {**spans, name: _cut(spans[name], sign, compared(value))}


def _cut(span: Span, sign: str, value: Decimal) -> Span:
    low, high, has_zero = span.low, span.high, span.has_zero
    if sign in {"<", "<=", "="}:
        high = min(high, value)
    if sign in {">", ">=", "="}:
        low = max(low, value)
    if sign in {"<", ">", "<>"} and value == ZERO:
        has_zero = False
    return Span(low, high, has_zero)


def _is_impossible(spans: _Spans) -> bool:
    return any(span.is_empty for span in spans.values())


def _flipped(way: Way) -> Way:
    return {Way.UP: Way.DOWN, Way.DOWN: Way.UP}.get(way, way)


def _joined(*ways: Way) -> Way:
    moving = set(ways) - {Way.CONSTANT}
    if not moving:
        return Way.CONSTANT
    return moving.pop() if len(moving) == 1 else Way.UNKNOWN


def _scaled(way: Way, factor: Span) -> Way:
    """Return the way of a part that is multiplied with, or divided by, a part of a span."""
    if way is Way.CONSTANT or factor.low >= ZERO:
        return way
    return _flipped(way) if factor.high <= ZERO else Way.UNKNOWN


def _inverted(part: Shape) -> Way:
    """Return the way of 1 / part: it jumps where the part goes through 0."""
    keeps_sign = part.span.low >= ZERO or part.span.high <= ZERO
    return _flipped(part.way) if keeps_sign or part.way is Way.CONSTANT else Way.UNKNOWN


def _sum(left: Span, right: Span) -> Span:
    """Add two spans; what has no value, infinity less infinity, may be anything."""
    low = _DOWNWARDS.add(left.low, right.low)
    high = _UPWARDS.add(left.high, right.high)
    return Span(-_INFINITE if low.is_nan() else low, _INFINITE if high.is_nan() else high)


def _product(left: Span, right: Span) -> Span:
    ends = list(product((left.low, left.high), (right.low, right.high)))
    low = min(_number(_DOWNWARDS.multiply(a, b)) for a, b in ends)
    high = max(_number(_UPWARDS.multiply(a, b)) for a, b in ends)
    return Span(low, high, left.has_zero or right.has_zero)


def _quotient(left: Span, right: Span) -> Span:
    if right.high <= ZERO:
        left, right = _negated(left), _negated(right)
    if right.low < ZERO:
        return _ANYTHING
    ends = list(product((left.low, left.high), (right.low, right.high)))
    low = min(_divided(a, b, _DOWNWARDS) for a, b in ends)
    high = max(_divided(a, b, _UPWARDS) for a, b in ends)
    return Span(low, high)


def _divided(part: Decimal, whole: Decimal, context: Context) -> Decimal:
    if whole == ZERO:
        return ZERO if part == ZERO else _INFINITE.copy_sign(part)
    return _number(context.divide(part, whole))


def _negated(span: Span) -> Span:
    return Span(span.high.copy_negate(), span.low.copy_negate(), span.has_zero)


def _number(value: Decimal) -> Decimal:
    """Return 0 for 0 x infinity and infinity / infinity: the other ends hold the rest."""
    return ZERO if value.is_nan() else value


def _seen(value: Decimal) -> Decimal:
    return value if value.is_infinite() else compared(value)
