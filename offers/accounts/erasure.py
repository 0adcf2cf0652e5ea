"""Taking a person out of the database: one road for themselves and for an administrator."""

import json

from allauth.account.models import EmailAddress
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import F, Func
from pghistory.models import Context

from offers.accounts.models import User

NOBODY = "somebody who has left"


@transaction.atomic
def erase(user: User) -> None:
    """The account with everything that hangs on it, and its name in the records of shared data.

    What somebody saves for the same account at this moment either goes too or is refused.
    """
    person = User.objects.select_for_update().get(pk=user.pk)
    end_sessions(person)
    leave_records(person)
    person.delete()


def end_sessions(person: User) -> None:
    """Signs out everywhere, and ends every half-done sign-in, sign-up or reset that knows an address."""
    addresses = {person.email, *EmailAddress.objects.filter(user=person).values_list("email", flat=True)}
    named = [session.pk for session in Session.objects.iterator() if names(session, person, addresses)]
    Session.objects.filter(pk__in=named).delete()


def names(session: Session, person: User, addresses: set[str]) -> bool:
    """Whether a session is the person's or quotes one of the addresses; sessions are stored encoded."""
    content = session.get_decoded()
    text = json.dumps(content).lower()
    # Whole strings: one address may be the end of another's.
    quoted = any(json.dumps(address) in text for address in addresses)
    return quoted or content.get("_auth_user_id") == str(person.pk)


def leave_records(person: User) -> None:
    """What was done stays on record; who it was, or whom it was done to, does not."""
    Context.objects.filter(metadata__user=person.pk).update(
        metadata=Func(F("metadata"), template="jsonb_set(%(expressions)s, '{user}', 'null')")
    )
    about = LogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(User), object_id=str(person.pk)
    )
    about.update(object_repr=NOBODY)
