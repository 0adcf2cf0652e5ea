"""Hypothesis runs 200 examples a property; `HYPOTHESIS_PROFILE=thorough` runs 10,000."""

import os

from hypothesis import settings

settings.register_profile("quick", max_examples=200, derandomize=True, deadline=None)
settings.register_profile("thorough", max_examples=10_000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))
