"""Hypothesis runs 100 examples a property, 200 with THOROUGH set, 10,000 in `bin/test engine-properties`."""

import os

from hypothesis import settings

EXAMPLES = 200 if "THOROUGH" in os.environ else 100
settings.register_profile("quick", max_examples=EXAMPLES, derandomize=True, deadline=None)
settings.register_profile("exhaustive", max_examples=10_000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))
