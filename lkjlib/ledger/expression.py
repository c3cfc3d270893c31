"""A small, safe expression over measures: comparisons and arithmetic, no names, no calls.

``koperasi.cakupan < kinerja.target.koperasi.ini and umkm.jumlah >= 5``
"""

import ast
import operator
import re
from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import lru_cache

from lkjlib.errors import LkjError

_MEASURE = re.compile(r"[a-z_][a-z0-9_]*(?:\.[a-z0-9_]+)+")
_TEXT = re.compile(r"'[^']*'|\"[^\"]*\"")
_ARITHMETIC: Mapping[type, Callable] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}
_COMPARISONS: Mapping[type, Callable] = {
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
}
_WORD = re.compile(r"[^\W\d]\w*")
_MOST = 1000  # characters
_DEEPEST = 60  # brackets and signs: the value is computed by a function that calls itself

Value = Fraction | str | bool | None


class ExpressionError(LkjError, ValueError):
    """An expression that is not one of comparisons and arithmetic over measures."""


@lru_cache(maxsize=512)
def measures_in(text: str) -> tuple[str, ...]:
    """The measures that an expression names, each once.

    >>> measures_in("koperasi.cakupan < kinerja.target.koperasi.2019 * 2")
    ('koperasi.cakupan', 'kinerja.target.koperasi.2019')
    """
    return tuple(dict.fromkeys(_MEASURE.findall(_TEXT.sub("", text))))


def evaluate(text: str, known: Mapping[str, Value]) -> Value:
    """Value of an expression; None where a measure it needs is missing.

    Parameters
    ----------
    text : comparisons (``<`` ``<=`` ``>`` ``>=`` ``==`` ``!=``), ``and`` ``or`` ``not``,
        ``+ - * /``, brackets, numbers, words in quotes, and measures by their keys.
    known : measure -> exact number or word.

    Raises
    ------
    ExpressionError
        When it is anything else, names an unknown measure, or divides by zero.

    Examples
    --------
    >>> evaluate("a.b / 2 > 1.5 and c.d == 'naik'", {"a.b": Fraction(4), "c.d": "naik"})
    True
    """
    node = _checked(text)
    return _value(node, known, _names(text))


def check(text: str) -> None:
    """Refuse what is no expression; measures need not be known.

    Raises
    ------
    ExpressionError
    """
    _checked(text)


@lru_cache(maxsize=512)  # a condition is asked about its form, its faults and its value
def _checked(text: str) -> ast.expr:
    node = _parse(text)
    _allowed(node, _names(text))
    return node


def _names(text: str) -> dict[str, str]:
    return {f"m{place}": name for place, name in enumerate(measures_in(text))}


def _parse(text: str) -> ast.expr:
    if not text.strip() or len(text) > _MOST:
        raise ExpressionError(f"ungkapan harus berisi, paling banyak {_MOST} huruf")
    bare = _WORD.findall(_MEASURE.sub("", _TEXT.sub("", text)))
    unknown = next((word for word in bare if word not in ("and", "or", "not")), None)
    if unknown:
        raise ExpressionError(f"'{unknown}' bukan ukuran; ukuran ditulis seperti koperasi.jumlah")
    if len(re.findall(r"\(|not|-|\+", text)) > _DEEPEST:
        raise ExpressionError(f"ungkapan bertingkat lebih dari {_DEEPEST} kali")
    parts, end = [], 0
    places = {name: key for key, name in _names(text).items()}
    for match in _TEXT.finditer(text):
        parts += [_MEASURE.sub(lambda m: places[m.group()], text[end : match.start()]), match[0]]
        end = match.end()
    parts.append(_MEASURE.sub(lambda m: places[m.group()], text[end:]))
    try:
        return ast.parse("".join(parts).strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError) as error:
        raise ExpressionError(f"'{text}' tidak dapat dibaca sebagai ungkapan") from error


def _allowed(node: ast.expr, names: Mapping[str, str]) -> None:
    match node:
        case ast.BoolOp(values=parts):
            pass
        case ast.Compare(left=left, ops=ops, comparators=rest) if all(
            type(op) in _COMPARISONS for op in ops
        ):
            parts = [left, *rest]
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _ARITHMETIC:
            parts = [left, right]
        case ast.UnaryOp(op=ast.Not() | ast.USub(), operand=operand):
            parts = [operand]
        case ast.Name(id=name) if re.fullmatch(r"m\d+", name):
            parts = []
        case ast.Constant(value=value) if isinstance(value, int | float | str) and not isinstance(
            value, bool
        ):
            parts = []
        case _:
            said = re.sub(r"\bm\d+\b", lambda m: names.get(m[0], m[0]), ast.unparse(node))
            raise ExpressionError(f"'{said}' bukan perbandingan atau hitungan atas ukuran")
    for part in parts:
        _allowed(part, names)


def _value(node: ast.expr, known: Mapping[str, Value], names: Mapping[str, str]) -> Value:
    def of(part: ast.expr) -> Value:
        return _value(part, known, names)

    match node:
        case ast.Name(id=name):
            return _known(names[name], known)
        case ast.Constant(value=value):
            return value if isinstance(value, str) else Fraction(str(value))
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            value = _condition(of(operand))
            return None if value is None else not value
        case ast.UnaryOp(operand=operand):
            return _combined(operator.sub, Fraction(0), of(operand))
        case ast.BoolOp(op=op, values=parts):
            values = [_condition(of(part)) for part in parts]
            if None in values:
                return None
            return all(values) if isinstance(op, ast.And) else any(values)
        case ast.BinOp(left=left, op=op, right=right):
            return _combined(_ARITHMETIC[type(op)], of(left), of(right))
        case ast.Compare(left=left, ops=ops, comparators=rest):
            values = [of(left), *(of(part) for part in rest)]
            pairs = zip(ops, values, values[1:], strict=False)
            results = [_combined(_COMPARISONS[type(op)], a, b) for op, a, b in pairs]
            return None if None in results else all(results)
    raise AssertionError("_allowed lets nothing else pass")


def _combined(operation: Callable, left: Value, right: Value) -> Value:
    if left is None or right is None:
        return None
    numbers = isinstance(left, Fraction) and isinstance(right, Fraction)
    equal = operation in (operator.eq, operator.ne) and type(left) is type(right)
    if not numbers and not equal:
        raise ExpressionError(f"{_shown(left)} dan {_shown(right)} tidak dapat dihitung bersama")
    try:
        return operation(left, right)
    except ZeroDivisionError:
        raise ExpressionError("pembaginya nol") from None


def _condition(value: Value) -> bool | None:
    """What stands beside `and`, `or` and `not`: a comparison, no number and no word."""
    if value is None or isinstance(value, bool):
        return value
    raise ExpressionError(f"{_shown(value)} bukan perbandingan")


def _shown(value: Value) -> str:
    if isinstance(value, bool):
        return "perbandingan"
    return f"kata '{value}'" if isinstance(value, str) else f"bilangan {value}"


def _known(name: str, known: Mapping[str, Value]) -> Value:
    if name not in known:
        raise ExpressionError(f"ukuran '{name}' tidak dikenal")
    return known[name]
