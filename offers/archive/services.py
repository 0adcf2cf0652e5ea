"""Leaving."""

import logging
from functools import partial
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string

from offers.accounts.erasure import erase
from offers.accounts.models import User

logger = logging.getLogger(__name__)


class LastAdministratorError(Exception):
    """Others would be left on a site that nobody administers."""


def is_last_administrator(user: User) -> bool:
    """Whether other people have accounts here and none of them could administer the site."""
    others = User.objects.exclude(pk=user.pk).filter(is_active=True)
    return (
        user.is_superuser and others.exists() and not others.filter(is_staff=True, is_superuser=True).exists()
    )


@transaction.atomic
def delete_account(user: User) -> None:
    """The account and everything in it, in one transaction; the mail goes out once that has happened.

    Raises LastAdministratorError. Two last administrators who leave at once wait for each other.
    """
    list(User.objects.select_for_update().filter(is_superuser=True).order_by("pk"))
    if is_last_administrator(user):
        raise LastAdministratorError
    transaction.on_commit(partial(confirm, user.email))
    erase(user)


def confirm(address: str) -> None:
    """Tells the address that its account is gone. A mail server that is down changes nothing about that."""
    body = render_to_string("archive/deleted_mail.txt", {"site_url": settings.SITE_URL})
    try:
        EmailMessage("Your account is deleted", body, to=[address]).send()
    except (SMTPException, OSError) as error:
        logger.warning("a confirmation of a deletion was not sent: %s", type(error).__name__)
