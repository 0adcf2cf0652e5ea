"""The numbered sources of a printed page."""

from offers.engine.reason import Grade
from offers.explain import STRENGTHS, Why

Source = tuple[str, Grade, str]
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class Notes:
    """Gives each source its number where a page names it first, and lists them at its end."""

    def __init__(self) -> None:
        self._numbers: dict[Source, int] = {}

    def told(self, why: Why) -> str:
        """The sentence with the number of its source, as characters: markup could slip onto the next line."""
        number = self._numbers.setdefault((why.source, why.grade, why.url), len(self._numbers) + 1)
        return f"{why.text}{str(number).translate(RAISED)}"

    def listed(self) -> list[dict[str, str]]:
        """Source, grade, strength in words and address, in the order of their numbers."""
        return [
            {"source": source, "grade": grade.value, "strength": STRENGTHS[grade], "url": url}
            for source, grade, url in self._numbers
        ]
