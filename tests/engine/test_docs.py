"""Every figure in the readers' pages is computed by the engine, and the index names each page."""

import doctest
import re
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs"
INDEX = DOCS / "engine.md"
PAGES = sorted(DOCS.glob("engine/*.md"))


@pytest.mark.parametrize("page", [INDEX, *PAGES], ids=lambda page: page.stem)
def test_every_example_of_the_page_computes_what_it_prints(page: Path) -> None:
    result = doctest.testfile(str(page), module_relative=False)
    assert (result.failed, result.attempted > 0) == (0, True)


def test_the_index_links_every_page() -> None:
    linked = re.findall(r"\(engine/(\w+\.md)\)", INDEX.read_text())
    assert sorted(linked) == [page.name for page in PAGES]
