"""Words of allauth's in sentence case, as all others of the site are."""

from django import forms, template
from django.template.defaultfilters import stringfilter
from django.utils.text import capfirst

register = template.Library()


@register.filter(is_safe=True)
@stringfilter
def sentence_case(words: str) -> str:
    """The words with one capital, and without the white space of the template around them."""
    return capfirst(words.strip().lower())


@register.filter
def labels_in_sentence_case(form: forms.BaseForm) -> forms.BaseForm:
    for field in form.fields.values():
        field.label = field.label and sentence_case(field.label)
    return form
