"""The numbers of a draft: amounts as people write them, and ranges between two of them."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from offers.engine.tone_text import DATE, MONTH, Page

_ONE = Decimal(1)
_THOUSAND = Decimal(1000)
_MANY_DIGITS = 15
_BETWEEN_DIGITS = str.maketrans(dict.fromkeys(" '_"))
_DATE_DIGITS = 2
_YEARS = range(1900, 2100)
_CODES = r"(?:usd|eur|gbp|chf|cad|aud|nzd|jpy|inr|sek|nok|dkk|pln|sgd)"
_SCALES = {"k": 3, "thousand": 3, "thou": 3, "tsd": 3, "grand": 3, "m": 6, "mn": 6, "million": 6}
_SHARES = frozenset(("%", "percent", "per cent"))
_NUMBER = re.compile(
    rf"(?=[\d+])(?:(?P<skip>{DATE}|\d{{1,2}}:\d{{2}}(?!\d)|\+\d[\d ()/.-]{{6,20}}\d|40[13] ?\(?[kb]\)?(?!\w))"
    r"|(?P<number>(?<!\d)(?:\d{1,3}(?:[ '_]\d{3}(?!\d))+(?:[.,]\d{1,2}(?!\d))?|(?<!\d[.,])\d+(?:[.,]\d+)*))"
    rf"(?:[ -]?(?P<scale>k|thousand|thou|tsd|grand|m|mn|million)(?:\b|(?={_CODES}\b)))?"
    rf"(?P<after> ?(?:[€£$](?! ?\d)|{_CODES}\b|(?:euro|dollar|pound|franc)s?\b))?"
    r"(?: ?(?P<each>(?:gross )?(?:an?|per|every) (?:hour|day|week|month|year|annum)\b"
    r"|/ ?(?:h|hr|hour|d|day|week|mo|month|y|yr|year)\b|p\.a\.)"
    r"| ?(?P<counted>%|per ?cent\b|(?:(?:business|working|calendar|extra) )?(?:hours?|days?|weeks?|months?"
    r"|years?"
    r"|minutes?|words|people|times|am|pm|shares|options|units|rsus)\b))?)"
)
_SIGN = re.compile(rf"(?:(?<!\w){_CODES}|[$€£¥₹])\Z")
_MONTH_DAY = re.compile(rf"(?<!\w){MONTH}\.?\Z")
_SIGN_ENDS = frozenset("$€£¥₹drpfykn")
_MONTH_ENDS = frozenset("yhletrbcvpngs.")
_REACH = 11

_UNITS = (
    "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    "|seventeen|eighteen|nineteen"
)
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_SPOKEN = {word: number for number, word in enumerate(_UNITS.split("|"))} | {
    word: 10 * number for number, word in enumerate(_TENS.split("|"), start=2)
}
_WORDS = re.compile(
    rf"\b(?:a )?(?:{_TENS}|{_UNITS}|hundred)(?:[ -](?:and )?(?:{_TENS}|{_UNITS}|hundred|thousand|grand))*\b"
)
_MANY_WORDS = 80
_GAP = 12
_TO = re.compile(r" ?- ?| to | up to | through ")
_BETWEEN = re.compile(r"\bbetween (?:[a-z]+ ){0,2}$")


class Amount(NamedTuple):
    """One number of a draft: where it stands, its value, and whether it is written as money.

    `step` is how exactly it is written: 80k may stand for anything that rounds to 80,000.
    """

    start: int
    end: int
    value: Decimal
    money: bool
    step: Decimal = _ONE


class Span(NamedTuple):
    """Two amounts of a draft joined to a range, low end first."""

    start: int
    end: int
    low: Decimal
    high: Decimal


def amounts(page: Page) -> tuple[Amount, ...]:
    """Every number of the draft that can be an amount, in order; dates, times, shares and counts are none.

    >>> [str(each.value) for each in amounts(Page("From 80 to 84.5k, not 80.000,00 or 7 days"))]
    ['80000', '84500', '80000.00']
    """
    return tuple(_lifted(page, sorted((*_in_digits(page.lower), *_in_words(page.lower)))))


def _in_digits(text: str) -> Iterator[Amount]:
    for found in _NUMBER.finditer(text):
        if found["skip"] is None:
            amount = _amount(text, found)
            if amount:
                yield amount


def _amount(text: str, found: re.Match[str]) -> Amount | None:
    number, scale, after, each, counted = found.group("number", "scale", "after", "each", "counted")
    start, end = found.span("number")
    before = text[max(0, start - _REACH) : start].rstrip(" ")
    sign = _SIGN.search(before) if before[-1:] in _SIGN_ENDS else None
    power = _SCALES[scale] if scale else 0
    value = _value(number, power)
    if value is None or (scale == "m" and not sign) or (counted and _is_count(counted, value)):
        return None
    if sign or scale or after or each:
        step = _ONE.scaleb(power - _places(number)) if scale else _ONE
        if sign:
            start -= len(sign[0]) + (text[start - 1] == " ")
        return Amount(start, max(end, found.end("scale"), found.end("after")), value, True, step)
    if _is_date(before, number, value):
        return None
    return Amount(start, end, value, not counted and _looks_like_money(number, value))


def _is_count(counted: str, value: Decimal) -> bool:
    """Whether the number counts something: a share always, days or people as long as they are few."""
    return value < _THOUSAND or counted in _SHARES


def _value(number: str, power: int) -> Decimal | None:
    """The value of `number` as written, or None when it is too long or too odd to be an amount."""
    digits = number if number.isdecimal() else number.translate(_BETWEEN_DIGITS)
    if len(digits) > _MANY_DIGITS:
        return None
    if digits.isdecimal():
        return Decimal(digits + "0" * power)
    last = max(digits.rfind("."), digits.rfind(","))
    whole, part = digits[:last], digits[last + 1 :]
    marks = digits.count(".") + digits.count(",")
    grouped = len(part) == 3 and (
        marks == digits.count(digits[last]) > 1 or (marks == 1 and last <= 3 and whole != "0" and not power)
    )
    plain = whole.replace(".", "").replace(",", "")
    if grouped:
        return Decimal(plain + part)
    if marks > 1 and marks == digits.count(digits[last]):
        return None
    return Decimal(f"{plain}.{part}") * Decimal(10) ** power


def _places(number: str) -> int:
    whole, _, part = number.replace(",", ".").rpartition(".")
    return len(part) if whole else 0


def _is_date(before: str, number: str, value: Decimal) -> bool:
    """Whether a bare number is a year, or the day after the name of a month."""
    if len(number) <= _DATE_DIGITS:
        return before[-1:] in _MONTH_ENDS and bool(_MONTH_DAY.search(before))
    return len(number) == 4 and number.isdecimal() and int(value) in _YEARS


def _looks_like_money(number: str, value: Decimal) -> bool:
    """Whether a bare number is written as amounts are: in groups of thousands, or five to seven digits."""
    return value >= _THOUSAND and (not number.isdecimal() or 5 <= len(number) <= 7)


def _in_words(text: str) -> Iterator[Amount]:
    if "thousand" not in text and "grand" not in text:
        return
    for found in _WORDS.finditer(text):
        value = _spoken(found[0]) if len(found[0]) <= _MANY_WORDS else 0
        if value >= _THOUSAND:
            yield Amount(start=found.start(), end=found.end(), value=Decimal(value), money=True)


def _spoken(words: str) -> int:
    """The value of number words: eighty-four thousand five hundred is 84,500."""
    total = part = 0
    for word in words.replace("-", " ").split():
        if word in _SPOKEN:
            part += _SPOKEN[word]
        elif word == "hundred":
            part = 100 * (part or 1)
        elif word in _SCALES:
            total, part = total + 1000 * part, 0
    return total + part


def _lifted(page: Page, found: list[Amount]) -> Iterator[Amount]:
    """The amounts, with the low end of "80 to 90k" read as 80,000."""
    for low, high in pairwise(found):
        if high.money and not low.money and _joined(page, low, high):
            lifted = low.value * _THOUSAND
            fits = lifted <= high.value
            yield low._replace(money=True, value=lifted, step=_THOUSAND) if fits else low._replace(money=True)
        else:
            yield low
    yield from found[-1:]


def _joined(page: Page, low: Amount, high: Amount) -> bool:
    if high.start - low.end > _GAP:
        return False
    gap = page.lower[low.end : high.start]
    return bool(_TO.fullmatch(gap)) or (gap == " and " and bool(_BETWEEN.search(page.before(low.start))))


def ranges(page: Page, found: tuple[Amount, ...]) -> Iterator[Span]:
    """Every range of the draft: two neighbouring amounts of money with "to", a dash or "between … and"."""
    for low, high in pairwise(found):
        if low.money and high.money and _joined(page, low, high):
            yield Span(low.start, high.end, min(low.value, high.value), max(low.value, high.value))
