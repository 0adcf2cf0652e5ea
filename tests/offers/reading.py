"""Reads a page as a person does: its words, and for each figure the "Why?" that stands with it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "link", "img", "input", "br", "hr", "rect", "line", "circle"}
LINE = re.compile(r"Bound by [^.]+\. Source: .+\. Grade (fact|[A-E]): [a-z].+\.")


@dataclass
class Element:
    tag: str
    attributes: dict[str, str | None]
    parent: "Element | None" = None
    children: list["Element | str"] = field(default_factory=list)

    @property
    def classes(self) -> set[str]:
        return set((self.attributes.get("class") or "").split())

    @property
    def text(self) -> str:
        words = "".join(child if isinstance(child, str) else child.text for child in self.children)
        return re.sub(r"\s+", " ", words)

    def walk(self) -> Iterator["Element"]:
        for child in self.children:
            if isinstance(child, Element):
                yield child
                yield from child.walk()

    def above(self) -> Iterator["Element"]:
        here: Element | None = self
        while here is not None:
            yield here
            here = here.parent

    def having(self, name: str) -> list["Element"]:
        return [one for one in self.walk() if name in one.classes or name == one.tag]


class Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.here = self.root = Element("page", {})

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        made = Element(tag, dict(attrs), self.here)
        self.here.children.append(made)
        if tag not in VOID:
            self.here = made

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.here.children.append(Element(tag, dict(attrs), self.here))

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            self.here = self.here.parent or self.root

    def handle_data(self, data: str) -> None:
        self.here.children.append(data)


def read(page: str) -> Element:
    reader = Reader()
    reader.feed(page)
    return reader.root


def main_of(page: str) -> Element:
    (main,) = [one for one in read(page).walk() if one.tag == "main"]
    return main


def numbers_of(main: Element) -> Iterator[tuple[str, Element]]:
    """Every text with a digit in it, save what people wrote, dates, the picture, and what explains."""
    for element in main.walk():
        names = {name for above in element.above() for name in (above.tag, *above.classes)}
        if names & {"bdi", "time", "svg", "why-source", "visually-hidden"}:
            continue
        for child in element.children:
            if isinstance(child, str) and re.search(r"\d", child):
                yield child.strip(), element


def explained(element: Element) -> bool:
    """Whether the figure stands with a "Why?" of which every reason names its term, source and grade."""
    boxes = [above for above in element.above() if "number" in above.classes]
    whys = [why for box in boxes[:1] for why in box.having("why")]
    lines = [line.text.strip() for why in whys for line in why.having("why-source")]
    return bool(lines) and all(map(LINE.match, lines))
