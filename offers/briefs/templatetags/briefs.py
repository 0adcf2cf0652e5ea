from django import template

from offers.briefs.notes import Notes
from offers.explain import Why

register = template.Library()


@register.filter
def noted(why: Why, notes: Notes) -> str:
    """The sentence of this reason with the number of its source: `{{ why|noted:notes }}`."""
    return notes.told(why)
