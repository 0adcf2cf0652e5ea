"""The pages of drafts."""

from offers.drafts.views.editor import check, edit, send, tone
from offers.drafts.views.files import eml, txt
from offers.drafts.views.listing import drafts, new
from offers.drafts.views.revisions import restore, revisions
from offers.drafts.views.undo import delete, not_sent

__all__ = [
    "check",
    "delete",
    "drafts",
    "edit",
    "eml",
    "new",
    "not_sent",
    "restore",
    "revisions",
    "send",
    "tone",
    "txt",
]
