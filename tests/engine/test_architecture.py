"""What the engine is made of: the standard library and itself, exact numbers, no clock."""

import ast
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

ENGINE = Path(__file__).parents[2] / "offers" / "engine"
OUTSIDE = frozenset({"print", "open", "input", "exec", "eval", "__import__"})
CLOCK = frozenset({"now", "today", "utcnow", "time", "monotonic", "perf_counter", "time_ns"})
ROUNDING = frozenset({"quantize", "to_integral_value", "to_integral_exact", "round"})
BARRED = frozenset({"random", "secrets", "time", "os", "socket", "subprocess", "math", "cmath"})

TREES = {path.stem: ast.parse(path.read_text()) for path in sorted(ENGINE.glob("*.py"))}
NODES = {name: tuple(ast.walk(tree)) for name, tree in TREES.items()}


def imported(nodes: Iterable[ast.AST]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield "." * node.level + (node.module or "")


def called(nodes: Iterable[ast.AST]) -> Iterator[str]:
    """The last name of everything that is called."""
    for node in nodes:
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func).rsplit(".", 1)[-1]


def callers(names: frozenset[str]) -> set[str]:
    return {module for module, nodes in NODES.items() if not names.isdisjoint(called(nodes))}


def test_the_engine_is_found() -> None:
    assert {"advice", "pay", "tone", "situation"} <= TREES.keys()


def test_the_engine_imports_the_standard_library_and_itself_only() -> None:
    own = {
        (module, name)
        for module, nodes in NODES.items()
        for name in imported(nodes)
        if not name.startswith("offers.engine") and name.split(".")[0] not in sys.stdlib_module_names
    }
    assert own == set()


def test_the_engine_has_no_floating_point_number() -> None:
    literals = {
        (module, node.lineno)
        for module, nodes in NODES.items()
        for node in nodes
        if isinstance(node, ast.Constant) and isinstance(node.value, float)
    }
    assert (literals, callers(frozenset({"float"}))) == (set(), set())


def test_the_engine_reads_no_clock_and_no_chance() -> None:
    used = {
        (module, name)
        for module, nodes in NODES.items()
        for name in imported(nodes)
        if name.split(".")[0] in BARRED
    }
    assert (used, callers(CLOCK)) == (set(), set())


def test_only_the_door_reads_or_writes() -> None:
    readers = {module for module, nodes in NODES.items() if "sys" in imported(nodes)}
    assert (readers, callers(OUTSIDE)) == ({"__main__"}, set())


def test_only_money_rounds() -> None:
    assert callers(ROUNDING) == {"money"}


def test_every_module_and_public_name_says_what_it_answers() -> None:
    silent = {module for module, tree in TREES.items() if not ast.get_docstring(tree)}
    for module, tree in TREES.items():
        public = (node for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef))
        named = (node for node in public if not node.name.startswith("_"))
        silent |= {f"{module}.{node.name}" for node in named if not ast.get_docstring(node)}
    assert silent == set()


def test_dataclasses_are_frozen() -> None:
    loose = {
        f"{module}.{node.name}"
        for module, nodes in NODES.items()
        for node in nodes
        if isinstance(node, ast.ClassDef)
        for each in map(ast.unparse, node.decorator_list)
        if "dataclass" in each and "frozen=True" not in each
    }
    assert loose == set()
