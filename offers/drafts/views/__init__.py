"""The pages of drafts."""

from offers.drafts.views.editor import check, edit, send, tone
from offers.drafts.views.files import eml, txt
from offers.drafts.views.listing import drafts, new
from offers.drafts.views.revisions import restore, revisions

__all__ = ["check", "drafts", "edit", "eml", "new", "restore", "revisions", "send", "tone", "txt"]
