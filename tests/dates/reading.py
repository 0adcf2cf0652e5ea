"""A reader of calendar files by the line rules of RFC 5545, written without the library that writes them."""

import re
from dataclasses import dataclass, field

LONGEST = 75  # Bytes of a line, without its end.
LINE = re.compile(r"(?P<name>[A-Z-]+)(?P<params>(?:;[A-Z-]+=[^;:]+)*):(?P<value>.*)")


@dataclass
class Part:
    """BEGIN to END: its properties by name, each with its parameters, and the parts inside."""

    kind: str
    properties: dict[str, tuple[str, str]] = field(default_factory=dict)
    parts: list["Part"] = field(default_factory=list)

    def value(self, name: str) -> str:
        return self.properties[name][1]


def read(content: bytes) -> Part:
    """The calendar of a file. Raises AssertionError where a line breaks the rules."""
    physical = content.decode().split("\r\n")
    assert physical.pop() == ""
    assert not any("\n" in line or "\r" in line or len(line.encode()) > LONGEST for line in physical)
    stack = [Part("FILE")]
    for line in "\r\n".join(physical).replace("\r\n ", "").split("\r\n"):
        found = LINE.fullmatch(line)
        assert found, line
        name, value = found["name"], found["value"]
        if name == "BEGIN":
            stack[-1].parts.append(part := Part(value))
            stack.append(part)
        elif name == "END":
            assert stack.pop().kind == value
        else:
            assert name not in stack[-1].properties
            stack[-1].properties[name] = (found["params"].lstrip(";"), re.sub(r"\\([,;\\])", r"\1", value))
    assert len(stack) == 1
    (calendar,) = stack[0].parts
    return calendar
