from collections.abc import Sequence

from django import template

register = template.Library()


@register.filter
def beside(names: Sequence[str], figures: Sequence[str]) -> list[tuple[str, str]]:
    """Each column's name with its figure of one row: `{% for name, figure in head|beside:line.figures %}`."""
    return list(zip(names, figures, strict=True))
