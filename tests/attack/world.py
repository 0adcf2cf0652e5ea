"""`python -m tests.attack.world`: an administrator's session and one row to save, for a server to be killed.

Prints the session's key and the row's number. Runs in a process of its own, on the database of that server.
"""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "negotiator.settings")
django.setup()

from tests.conftest import make_person, sign_in  # noqa: E402
from tests.factories import make_industry, make_totp  # noqa: E402

if __name__ == "__main__":
    ada = make_person("ada", is_staff=True, is_superuser=True)
    make_totp(ada)
    industry = make_industry(name="Killed")
    print(sign_in(ada, second_factor=True).cookies["session"].value, industry.pk)
