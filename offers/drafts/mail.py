"""A message on its way to one's own mail program: as a file, and as a link that opens a new mail there."""

from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from urllib.parse import quote

from offers.drafts.checks import Checked
from offers.drafts.composer import subject
from offers.drafts.forms import DraftForm
from offers.drafts.models import Draft, signed

LONGEST_LINK = 1_900  # Longer ones are cut by programs that people still use.


@dataclass(frozen=True, kw_only=True)
class Link:
    """A link that opens a new mail; without the text where that would be too long for it."""

    href: str
    has_text: bool


def letter(role: str, text: str, to: str) -> bytes:
    """The mail as a file: a subject without a number, the text, and an address if one was chosen."""
    mail = EmailMessage(policy=SMTP)
    mail["Subject"] = "".join(one if one.isprintable() else " " for one in subject(role))
    if to:
        mail["To"] = to
    mail.set_content(text)
    return mail.as_bytes()


def link_of(form: DraftForm, draft: Draft, checked: Checked | None) -> Link | None:
    """The link for the text of the form; None while the check holds it back."""
    typed = form.cleaned_data if form.is_bound else form.initial
    if checked is None or (checked.blocks and not typed.get("override")):
        return None
    text = signed(str(typed["text"]), str(typed.get("signature", "")))
    return link(draft.offer.role, text, str(typed.get("to", "")))


def link(role: str, text: str, to: str) -> Link:
    start = f"mailto:{quote(to, safe='@')}?subject={quote(subject(role))}"
    whole = f"{start}&body={quote(text.replace(chr(10), chr(13) + chr(10)))}"
    fits = len(whole) <= LONGEST_LINK
    return Link(href=whole if fits else start, has_text=fits)
