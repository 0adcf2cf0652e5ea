"""`python -m tests.attack.world`: prints the key of Alice's session, for a server that will be killed.

Runs in a process of its own, on the database of that server.
"""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "negotiator.settings")
django.setup()

from tests.conftest import make_person, sign_in  # noqa: E402

if __name__ == "__main__":
    print(sign_in(make_person("alice")).cookies["session"].value)
