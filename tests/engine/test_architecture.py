"""What the engine is made of: the standard library and itself, exact numbers, no clock."""

import ast
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ENGINE = Path(__file__).parents[2] / "offers" / "engine"
MODULES = sorted(ENGINE.glob("*.py"))
OUTSIDE = frozenset({"print", "open", "input", "exec", "eval", "__import__"})
CLOCK = frozenset({"now", "today", "utcnow", "time", "monotonic", "perf_counter", "time_ns"})
ROUNDING = frozenset({"quantize", "to_integral_value", "to_integral_exact", "round"})
BARRED = frozenset({"random", "secrets", "time", "os", "socket", "subprocess", "math", "cmath"})

every_module = pytest.mark.parametrize("module", MODULES, ids=lambda module: module.stem)


@cache
def nodes(module: Path) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(ast.parse(module.read_text())))


def imported(module: Path) -> Iterator[str]:
    for node in nodes(module):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield "." * node.level + (node.module or "")


def called(module: Path) -> set[str]:
    """The last name of everything that is called."""
    functions = (node.func for node in nodes(module) if isinstance(node, ast.Call))
    return {ast.unparse(function).rsplit(".", 1)[-1] for function in functions}


def test_the_engine_is_found() -> None:
    assert {"advice", "pay", "tone", "situation"} <= {module.stem for module in MODULES}


@every_module
def test_a_module_imports_the_standard_library_and_the_engine_only(module: Path) -> None:
    outside = {
        name
        for name in imported(module)
        if not name.startswith("offers.engine") and name.split(".")[0] not in sys.stdlib_module_names
    }
    assert outside == set()


@every_module
def test_a_module_has_no_floating_point_number(module: Path) -> None:
    literals = [
        node.lineno
        for node in nodes(module)
        if isinstance(node, ast.Constant) and isinstance(node.value, float)
    ]
    assert (literals, "float" in called(module)) == ([], False)


@every_module
def test_a_module_reads_no_clock_and_no_chance(module: Path) -> None:
    assert called(module) & CLOCK == set()
    assert {name.split(".")[0] for name in imported(module)} & BARRED == set()


@every_module
def test_only_the_door_reads_or_writes(module: Path) -> None:
    assert called(module) & OUTSIDE == set()
    assert ("sys" in imported(module)) is (module.stem == "__main__")


@every_module
def test_only_money_rounds(module: Path) -> None:
    assert (called(module) & ROUNDING == set()) is (module.stem != "money")


@every_module
def test_every_module_and_public_name_says_what_it_answers(module: Path) -> None:
    tree = ast.parse(module.read_text())
    public = (
        node
        for node in tree.body
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
    )
    assert ast.get_docstring(tree)
    assert [node.name for node in public if not ast.get_docstring(node)] == []


@every_module
def test_dataclasses_are_frozen(module: Path) -> None:
    kinds = (node for node in nodes(module) if isinstance(node, ast.ClassDef))
    written = {kind.name: ast.unparse(each) for kind in kinds for each in kind.decorator_list}
    assert [name for name, each in written.items() if "dataclass" in each and "frozen=True" not in each] == []
