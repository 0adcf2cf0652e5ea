"""Where a person says in which country and time zone they are."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from offers.accounts.forms import PreferencesForm
from offers.accounts.models import User
from offers.accounts.workdays import countries, regions
from offers.accounts.zones import zone_words

CHOOSE_REGION = "Some regions have holidays of their own: choose yours below."


class Request(HttpRequest):
    """A request of a signed-in person."""

    user: User


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@transaction.atomic
def preferences(request: Request) -> HttpResponse:
    """Shows the choices, and on POST keeps them; what another page has saved is shown before it goes."""
    if request.method != "POST":
        proposed = request.GET.get("country", "")
        return page(request, PreferencesForm(instance=request.user, proposed=proposed))
    person = User.objects.select_for_update().get(pk=request.user.pk)
    form = PreferencesForm(request.POST, instance=person)
    if not form.is_valid():
        return page(request, form)
    if form.is_stale():
        return conflict(request, form)
    asks_for_region = bool(regions(form.cleaned_data["country"])) and "country" in form.changed_data
    form.save()
    zone = f"Your days are counted by {zone_words(form.brought)} now." if form.brought else ""
    said = ("Saved.", zone, CHOOSE_REGION if asks_for_region else "")
    messages.success(request, " ".join(sentence for sentence in said if sentence))
    return redirect("accounts:preferences")


def conflict(request: Request, form: PreferencesForm) -> HttpResponse:
    """What is saved, beside what was sent; sending it once more replaces what is saved."""
    form.open_anew()
    return page(request, form, status=409, saved=words(form.saved))


def words(saved: dict[str, object]) -> dict[str, str]:
    country = str(saved["country"])
    region = regions(country).get(str(saved["subdivision"]), "")
    return {
        "Country": ", ".join(word for word in (countries().get(country, "none"), region) if word),
        "Time zone": zone_words(str(saved["time_zone"])),
        "Reminders by mail": "yes" if saved["mail_reminders"] else "no",
    }


def page(request: Request, form: PreferencesForm, status: int = 200, **context: object) -> HttpResponse:
    return render(request, "accounts/preferences.html", {"form": form, **context}, status=status)
