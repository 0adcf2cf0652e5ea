"""A form that comes while nobody is signed in, or with a token from before: what was typed is not lost.

The page that answers holds what this browser has just sent and nothing else. Nothing of it is stored.
"""

from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.forms import BooleanField, ChoiceField, Field, Form, ModelChoiceField, ModelForm
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.text import capfirst

View = Callable[..., HttpResponse]
FormOf = Callable[..., "type[Form] | type[ModelForm[Any]] | None"]


def keeps_typed(form_of: FormOf) -> Callable[[View], View]:
    """As `login_required`, but answers a form sent by nobody with what was typed into it.

    `form_of` gets the view's arguments by name and says which form the page has, for its labels.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def kept(request: HttpRequest, **kwargs: object) -> HttpResponse:
            if request.user.is_authenticated:
                return view(request, **kwargs)
            return typed_page(request) or redirect_to_login(request.get_full_path())

        kept.__dict__["form_of"] = form_of
        return kept

    return decorate


def typed_page(request: HttpRequest) -> HttpResponse | None:
    """What was typed, with a token that holds; None where a page has nothing to show or nobody sees it."""
    match = request.resolver_match
    form_of: FormOf | None = getattr(match.func, "form_of", None) if match else None
    form = form_of(**match.kwargs) if match and form_of else None
    if form is None or request.method != "POST" or "HX-Request" in request.headers:
        return None
    typed = list(answers(request.POST, form))
    if not typed:
        return None
    return render(request, "offers/kept.html", {"typed": typed, "hidden": carried(request.POST)}, status=403)


def gone_page(request: HttpRequest) -> HttpResponse | None:
    """What was typed into a form whose page is not there any more; None where nothing was typed."""
    match = request.resolver_match
    form_of: FormOf | None = getattr(match.func, "form_of", None) if match else None
    form = form_of(**match.kwargs) if match and form_of and request.method == "POST" else None
    typed = list(answers(request.POST, form)) if form else []
    return render(request, "offers/gone.html", {"typed": typed}, status=404) if typed else None


def came_from_here(request: HttpRequest) -> bool:
    """Whether the browser says that a page of this site sent the form; other sites cannot make it say so."""
    return request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"


def answers(sent: QueryDict, form: "type[Form] | type[ModelForm[Any]]") -> Iterator[tuple[str, str]]:
    """Label and words of every answer that was given. Shared rows are not looked up for nobody."""
    for name, field in form.base_fields.items():
        text = "\n".join(sent.getlist(name))
        if text.strip() and not field.widget.is_hidden and not isinstance(field, ModelChoiceField):
            yield capfirst(str(field.label or name)), words(field, text)


def words(field: Field, text: str) -> str:
    """A tick as yes and a choice by its label; all else as it was typed."""
    if isinstance(field, BooleanField):
        return "yes"
    choices: Any = field.choices if isinstance(field, ChoiceField) else ()
    return {str(key): str(label) for key, label in choices}.get(text, text)


def carried(sent: QueryDict, *but: str) -> list[tuple[str, str]]:
    """Everything as it was sent, without the old token and what is named."""
    names = [name for name in sent if name not in ("csrfmiddlewaretoken", *but)]
    return [(name, value) for name in names for value in sent.getlist(name)]
