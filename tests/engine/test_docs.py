"""Every figure in the readers' pages about the engine is computed by the engine."""

import doctest
from pathlib import Path

import pytest

PAGES = sorted(Path(__file__).parents[2].glob("docs/engine/*.md"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_example_of_the_page_computes_what_it_prints(page: Path) -> None:
    result = doctest.testfile(str(page), module_relative=False)
    assert (result.failed, result.attempted > 0) == (0, True)
