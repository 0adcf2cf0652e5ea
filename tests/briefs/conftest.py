"""Alice's window, and her briefs as a reader of PDFs sees them."""

from collections.abc import Callable, Iterator
from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from offers.accounts.models import User
from offers.models import Offer
from tests.conftest import sign_in

Printed = Callable[..., PdfReader]


@pytest.fixture
def window(alice: User) -> Client:
    return sign_in(alice)


@pytest.fixture
def printed(window: Client) -> Printed:
    """The brief of an offer, made by the real process; `asked` is what the address says beside it."""

    def read(offer: Offer, asked: str = "", kind: str = "private-brief") -> PdfReader:
        response = window.get(reverse("briefs:pdf", args=[offer.pk, kind]) + asked)
        assert response.status_code == 200, response.content
        return PdfReader(BytesIO(response.content))

    return read


def text_of(document: PdfReader) -> str:
    """All words in reading order, with single spaces between them."""
    return " ".join(" ".join(page.extract_text() for page in document.pages).split())


def elements_of(element: DictionaryObject) -> Iterator[DictionaryObject]:
    """Every element below this one of the structure that a screen reader walks."""
    for child in element.get("/K", []):
        found = child.get_object()
        if isinstance(found, DictionaryObject) and "/S" in found:
            yield found
            yield from elements_of(found)
