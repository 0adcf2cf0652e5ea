"""Pages that need no account."""

from functools import cache

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.safestring import SafeString
from django.views.decorators.http import require_POST, require_safe

from offers.charts import pay_bar
from offers.context_processors import THEMES
from offers.example import example_advice, example_offer
from offers.explain import money

YEAR = 365 * 24 * 3600


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    return render(request, "home.html", {"screen": example_screen()})


@cache
def example_screen() -> SafeString:
    """The worked example in one panel: the same for everybody, so it is made once."""
    advice, currency = example_advice(), example_offer().currency
    amounts = {
        "offer": advice.state.offer,
        "target": advice.state.target,
        "no_exception": advice.ceilings.no_exception,
        "ask": advice.ask.amount,
    }
    figures = {name: money(amount, currency) for name, amount in amounts.items() if amount}
    context = {"advice": advice, "bar": pay_bar(advice), **figures}
    return render_to_string("components/example_screen.html", context)


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    return render(request, "privacy.html")


@require_safe
def not_advice(request: HttpRequest) -> HttpResponse:
    return render(request, "not_advice.html")


@require_POST
def theme(request: HttpRequest) -> HttpResponse:
    """Keeps the chosen colours in a cookie and returns to the page the person was on."""
    back = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure())
    response = redirect(back if safe and back.startswith("/") else "home")
    chosen = request.POST.get("theme")
    if chosen in THEMES:
        response.set_cookie(
            settings.THEME_COOKIE_NAME,
            chosen,
            max_age=YEAR,
            secure=settings.SECURE,
            httponly=True,
            samesite="Lax",
        )
    return response
