"""Form fields that take money and percentages as people type them."""

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import capfirst

from offers.engine.money import spoken
from offers.engine.situation import Unit

THOUSAND = Decimal(1_000)
LARGEST = Decimal(1_000_000_000)
# Whose sign it is; a code of three letters stands for itself.
SIGN_OF = {
    "$": "USD CAD AUD NZD SGD HKD TWD MXN CLP COP ARS UYU JMD TTD BBD BSD BZD FJD GYD LRD NAD SRD XCD",
    "€": "EUR",
    "£": "GBP GIP FKP SHP EGP LBP SYP SSP SDG",
    "¥": "JPY CNY",
}
MARK = "(?:[A-Z]{3}|[$€£¥])"  # A code or a sign, before the amount or after it.
CURRENCIES = re.compile(rf"^{MARK}|{MARK}$")
SIGNS = re.compile(rf"^{MARK}?\s*|\s*{MARK}?$")
SPACES = re.compile(r"[\s\u00a0\u202f'’_]")
PLAIN = re.compile(r"[0-9]{1,15}(?:\.[0-9]{1,2})?")
GROUPS = re.compile(r"[0-9]{1,3}(?:([.,])[0-9]{3})(?:\1[0-9]{3})*(?:[.,][0-9]{1,2})?")
# The time that an amount is for, where somebody types it behind the amount.
PERIOD = re.compile(
    r"\s*(?:(?:/|\b(?:an?|per)\b|(?<=\d))\s*(?P<word>h|hr|hour|mo|month|y|yr|year|annum)|(?P<ly>hour|month|year)ly)\.?$",
    re.IGNORECASE,
)
UNITS = {"h": Unit.HOUR, "m": Unit.MONTH, "y": Unit.YEAR, "a": Unit.YEAR}
TIMES = {Unit.HOUR: "an hour", Unit.MONTH: "a month", Unit.YEAR: "a year"}
EXAMPLE = "Give an amount such as 80,000 or 80k."


def read_amount(text: str) -> Decimal:
    """What a person means by `text`: 80k, 80,000, 80 000, 80.000,00, $80,000.50.

    A separator before exactly three digits groups thousands; before one or two it starts the cents. Raises
    ValidationError with an example for anything else, among it NaN, exponents, minus signs and other scripts.
    """
    compact = SPACES.sub("", SIGNS.sub("", text.strip()))
    if compact[-1:] in {"k", "K"}:
        return whole(plain_number(compact[:-1].replace(",", ".")) * THOUSAND)
    return whole(plain_number(without_groups(compact)))


def said_unit(text: str) -> Unit | None:
    """The time that is typed behind an amount; None where there is none.

    >>> said_unit("34 an hour"), said_unit("80k/year"), said_unit("80k")
    (<Unit.HOUR: 'hour'>, <Unit.YEAR: 'year'>, None)
    """
    found = PERIOD.search(text)
    return UNITS[(found["word"] or found["ly"])[0].lower()] if found else None


def check_currency(text: str, currency: str) -> None:
    """Refuses a sign or code of another currency than the offer's: "€80k" in an offer in USD."""
    for sign in CURRENCIES.findall(text.strip()):
        if currency not in SIGN_OF.get(sign, sign).split():
            raise ValidationError(
                f"This offer is in {currency}; give the amount in {currency}.", code="currency"
            )


def without_groups(compact: str) -> str:
    """Digits with a point before the cents, if any."""
    grouped = GROUPS.fullmatch(compact)
    if not grouped:
        return compact.replace(",", ".")
    digits = compact.replace(grouped[1], "")
    return digits.replace(",", ".")


def plain_number(digits: str) -> Decimal:
    if not PLAIN.fullmatch(digits):
        raise ValidationError(EXAMPLE, code="invalid")
    return Decimal(digits)


def whole(amount: Decimal) -> Decimal:
    if amount > LARGEST:
        raise ValidationError("That is more than a billion. Give one amount, without other digits.")
    if amount == 0:
        raise ValidationError("Leave it empty if it is not known; an amount is more than zero.")
    return amount


class FigureField(forms.Field):
    """Typed text that becomes something else than text; of a length that a person would type."""

    longest = 40
    currency = ""
    time = ""  # What the amount is for, such as "a year".

    def __init__(self, *, max_digits: int = 0, decimal_places: int = 0, **options: Any) -> None:
        """The digits of a model's field are for its own form field; this one knows its limits."""
        options.setdefault("required", False)
        super().__init__(**options)
        self.widget.attrs |= {"inputmode": "decimal", "autocomplete": "off", "maxlength": self.longest}

    def amount(self, text: str) -> Decimal:
        """What `text` means in the currency and for the time that the form has set."""
        text = self.without_time(text)
        if self.currency:
            check_currency(text, self.currency)
        return read_amount(text)

    def without_time(self, text: str) -> str:
        """The amount alone; one that is said to be for another time is asked for again."""
        said = said_unit(text)
        if said and TIMES[said] != self.time:
            wanted = f"Give what it comes to in {self.time}." if self.time else "Give the amount alone."
            raise ValidationError(f"That is for {TIMES[said]}. {wanted}", code="time")
        return PERIOD.sub("", text) if said else text

    def text_of(self, value: Any) -> str:
        text = str(value or "").strip()
        if len(text) > self.longest:
            raise ValidationError(f"Use at most {self.longest} characters.")
        return text


class MoneyField(FigureField):
    """One amount, or nothing. Shows a stored amount with separators, as it was understood."""

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, Decimal):
            return spoken(value)
        return value

    def to_python(self, value: Any) -> Decimal | None:
        if isinstance(value, Decimal):
            return value
        text = self.text_of(value)
        return self.amount(text) if text else None

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return bool(self.to_python(data) != initial)
        except ValidationError:
            return True


class BaseField(MoneyField):
    """An amount that may be typed with the time it is for: "34 an hour", "80k a year"."""

    def text_of(self, value: Any) -> str:
        return PERIOD.sub("", super().text_of(value))


class CostField(MoneyField):
    """An amount that may be nothing, such as a premium that the employer pays whole."""

    def amount(self, text: str) -> Decimal:
        return Decimal(0) if re.fullmatch(r"0+([.,]0{1,2})?", text) else super().amount(text)


class CountField(FigureField):
    """A number of `what`, such as days, as people type it: 20, 37.5, 37,5 or 1,200; whole without `places`.

    A text input: one that a browser keeps for numbers sends nothing at all of what it cannot read.
    """

    longest = 20

    def __init__(
        self, *, what: str, such_as: int, least: int, most: int, places: int = 0, **options: Any
    ) -> None:
        options.pop("min_value", None)  # A model's field gives it to its own form field.
        super().__init__(**options)
        self.least, self.most, self.places = least, most, places
        words = what.split()
        self.nouns = {form for word in words for form in (word, word.removesuffix("s"))}
        self.widget.attrs["inputmode"] = "decimal" if places else "numeric"
        of = f"Give a {'' if places else 'whole '}number of {what}, such as {such_as:,}."
        outside = f"{capfirst(what)} are between {least:,} and {most:,}."
        told = {"required": of, "invalid": of, "outside": outside}
        self.error_messages = self.error_messages | told | (options.get("error_messages") or {})

    def prepare_value(self, value: Any) -> Any:
        return f"{value.normalize():f}" if isinstance(value, Decimal) else value

    def to_python(self, value: Any) -> Decimal | int | None:
        if isinstance(value, (Decimal, int)):
            return value
        text = self.text_of(value)
        if not text:
            return None
        digits = without_groups(SPACES.sub("", self.without_noun(text)))
        if not PLAIN.fullmatch(digits) or Decimal(digits) % (Decimal(1) / 10**self.places):
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        count = Decimal(digits)
        if not self.least <= count <= self.most:
            raise ValidationError(self.error_messages["outside"], code="outside")
        return count if self.places else int(count)

    def without_noun(self, text: str) -> str:
        """The number alone, where somebody types what it is a number of behind it: "20 days"."""
        number = re.sub(r"[a-z ]+\Z", "", text, flags=re.IGNORECASE)
        words = text[len(number) :].lower().split()
        return number if set(words) <= self.nouns else text


class YesNoField(forms.TypedChoiceField):
    """Yes, no, or not known; kept as `True`, `False` or `None`."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("required", False)
        known = [("", "Not known yet"), ("yes", "yes"), ("no", "no")]
        super().__init__(choices=known, coerce=lambda text: text == "yes", empty_value=None, **options)

    def prepare_value(self, value: Any) -> Any:
        return ("yes" if value else "no") if isinstance(value, bool) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(self.prepare_value(initial), self.prepare_value(data))


class PercentField(FigureField):
    """A percentage as people type it, 12 or 12.5%, kept as a fraction."""

    longest = 10

    def prepare_value(self, value: Any) -> Any:
        return f"{(value * 100).normalize():f}" if isinstance(value, Decimal) else value

    def to_python(self, value: Any) -> Decimal | None:
        if isinstance(value, Decimal):
            return value
        text = SPACES.sub("", self.text_of(value)).rstrip("%").replace(",", ".")
        if not text:
            return None
        if not re.fullmatch(r"[0-9]{1,3}(?:\.[0-9]{1,2})?", text):
            raise ValidationError("Give a percentage such as 10 or 12.5.")
        return Decimal(text) / 100


class AmountsField(FigureField):
    """Several amounts, one a line: salaries of a team, without names."""

    longest = 2_000
    most = 40
    widget = forms.Textarea(attrs={"rows": 6, "spellcheck": "false"})

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.widget.attrs["inputmode"] = "text"  # A keypad of digits has no key for the next line.

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, list):
            return "\n".join(MoneyField().prepare_value(amount) for amount in value)
        return value

    def to_python(self, value: Any) -> list[Decimal]:
        if isinstance(value, list):
            return value
        lines = [line for line in re.split(r"[\n;/|]", self.text_of(value)) if line.strip()]
        if len(lines) > self.most:
            raise ValidationError(f"At most {self.most} salaries fit; keep those nearest to your level.")
        found, wrong = [], []
        for number, line in enumerate(lines, 1):
            try:
                found.append(self.line(number, line))
            except ValidationError as error:
                wrong.append(error)
        if wrong:
            raise ValidationError(wrong)
        return found

    def line(self, number: int, text: str) -> Decimal:
        try:
            return self.amount(text)
        except ValidationError as error:
            why = (
                error.message
                if error.code in ("currency", "time")
                else "one salary a line and no name, such as 78,000."
            )
            raise ValidationError(f"Line {number}: {why}") from error
