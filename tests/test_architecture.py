"""What the source promises about itself, beside the import contracts."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from negotiator import settings

ROOT = Path(__file__).parents[1]
SOURCES = [path for folder in ("negotiator", "offers") for path in (ROOT / folder).rglob("*.py")]


def trees() -> Iterator[tuple[str, ast.Module]]:
    for path in SOURCES:
        if "migrations" not in path.parts:
            yield str(path.relative_to(ROOT)), ast.parse(path.read_text())


def test_nothing_is_imported_inside_a_function_but_what_must_wait() -> None:
    late = {
        name
        for name, tree in trees()
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    }
    assert late == {"offers/accounts/apps.py"}


def test_no_app_reads_the_environment() -> None:
    readers = {name for name, tree in trees() if "id='environ'" in ast.dump(tree)}
    assert not {name for name in readers if name.startswith("offers/")}


def test_no_function_is_longer_than_thirty_lines() -> None:
    long = {
        f"{name}:{node.name}": lines
        for name, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and (lines := length(node)) > 30
    }
    assert long == {}


def length(function: ast.FunctionDef) -> int:
    """Lines without the docstring."""
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return (function.end_lineno or 0) - body[0].lineno + 1 if body else 0


def test_no_module_is_longer_than_three_hundred_lines() -> None:
    assert {
        str(path.relative_to(ROOT)) for path in SOURCES if len(path.read_text().splitlines()) > 300
    } == set()


def test_a_web_worker_does_not_load_the_pdf_library() -> None:
    loaded = "import negotiator.wsgi, sys; sys.exit('weasyprint' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", loaded], cwd=ROOT, check=False).returncode == 0


def test_a_web_worker_has_every_page_before_it_is_asked() -> None:
    loaded = "import negotiator.wsgi, sys; sys.exit('offers.views.wizard' not in sys.modules)"
    assert subprocess.run([sys.executable, "-c", loaded], cwd=ROOT, check=False).returncode == 0


def test_every_template_begins_by_naming_its_variables() -> None:
    components = sorted((ROOT / "templates" / "components").glob("*.html"))
    assert [path.name for path in components if not path.read_text().startswith("{# ")] == []


def test_no_template_has_inline_style_script_or_handler() -> None:
    marks = (" style=", "<style", "<script>", " onclick=", " onload=", "hx-on")
    pages = sorted((ROOT / "templates").rglob("*.html"))
    assert [page.name for page in pages if any(mark in page.read_text() for mark in marks)] == []
    assert len(pages) > 30


def test_the_policy_of_the_site_is_one_constant() -> None:
    assert settings.CONTENT_SECURITY_POLICY.count("default-src") == 1
