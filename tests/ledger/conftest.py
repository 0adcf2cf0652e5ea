"""The offer on which things are written down: Alice has countered it."""

import pytest

from offers.accounts.models import User
from offers.models import Offer, Stage
from tests.factories import make_offer


@pytest.fixture
def offer(alice: User) -> Offer:
    return make_offer(alice, stage=Stage.COUNTERED, stated_as="written")
