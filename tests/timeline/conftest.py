"""An offer in writing, to be answered in twenty days."""

from datetime import timedelta

import pytest
from django.utils import timezone

from offers.accounts.models import User
from offers.models import Offer
from tests.factories import make_offer


@pytest.fixture
def offer(alice: User) -> Offer:
    return make_offer(alice, stated_as="written", deadline=timezone.localdate() + timedelta(days=20))
