"""What an administrator can import for the look-up, in the words of the page that misses it."""

from collections.abc import Container
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """One kind of file: which formats hold it, what it is, and what it adds."""

    formats: tuple[str, ...]
    title: str
    adds: str

    def is_in(self, imported: Container[str]) -> bool:
        return any(name in imported for name in self.formats)


SURVEY = Wanted(
    formats=("oews", "oews-query"), title="BLS wage survey (OEWS)", adds="pay in every state and metro"
)
WANTED = (
    SURVEY,
    Wanted(
        formats=("areas",), title="BLS area definitions", adds="towns, so that a place is found by its name"
    ),
    Wanted(formats=("onet-titles",), title="O*NET alternate titles", adds="some fifty thousand job titles"),
    Wanted(
        formats=("onet-occupations",), title="O*NET occupation data", adds="what is done in an occupation"
    ),
    Wanted(formats=("lca",), title="DOL LCA disclosure", adds="pay in visa filings"),
    Wanted(formats=("oflc",), title="OFLC wage levels", adds="the least that visa positions may pay"),
    Wanted(formats=("bea",), title="BEA regional price parities", adds="how dear a place is"),
    Wanted(formats=("ecb",), title="ECB reference rates", adds="figures in other currencies"),
)
