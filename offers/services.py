"""Changes of offers: each is one transaction on a locked row."""

from decimal import Decimal
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from offers.accounts.models import User
from offers.case import measure_of
from offers.demo import WORKED_EXAMPLE, load_case
from offers.forms import NewOfferForm
from offers.models import Colleague, FormToken, Offer, Stage
from offers.restated import convert_others
from offers.step_form import StepForm
from offers.time_form import TimeForm
from offers.wizard import Step


class StaleError(Exception):
    """Another page saved the same answers since this one was opened."""

    def __init__(self, saved: StepForm) -> None:
        super().__init__()
        self.saved = saved


def start_offer(owner: User, form: NewOfferForm) -> Offer:
    """The offer of a valid first page. The same token makes no second one, also not at the same moment."""
    token = form.cleaned_data["token"]
    try:
        with transaction.atomic():
            offer: Offer = form.save(commit=False)
            offer.owner = owner
            offer.visited = ["role"]
            offer.pages = {"role": str(form.cleaned_data.get("page") or "")}
            offer.save()
            if token:
                FormToken.objects.create(owner=owner, key=token, offer=offer)
            return offer
    except IntegrityError:
        return Offer.objects.owned_by(owner).get(formtoken__key=token)


@transaction.atomic
def save_step(owner: User, pk: UUID, step: Step, form: StepForm) -> Offer:
    """Saves the answers of a valid form. Raises StaleError instead of overwriting another page's answers.

    A page may save again and again: what it saved itself is not another's.
    """
    saved = Offer.objects.owned_by(owner).select_for_update().get(pk=pk)
    current = step.form(instance=saved)
    page = str(form.cleaned_data.get("page") or "")
    if form.cleaned_data.get("opened") != current.state and saved.pages.get(step.key) != page:
        raise StaleError(current)
    offer: Offer = form.save(commit=False)
    if isinstance(form, TimeForm) and form.converts:
        convert_others(saved, measure_of(offer))
    offer.visited = sorted({*saved.visited, step.key})
    offer.pages = saved.pages | {step.key: page}
    if offer.stage in (Stage.RECEIVED, Stage.REVIEWED):
        offer.stage = Stage.REVIEWED if offer.stated_as == "written" else Stage.RECEIVED
    offer.save(update_fields=[*form.saved_fields, "stage", "visited", "pages", "changed_at"])
    if "salaries" in form.cleaned_data:
        replace_team(offer, form.cleaned_data["salaries"])
    for name, rows in form.beside(offer).items():
        manager = getattr(offer, name)
        manager.all().delete()
        manager.bulk_create(rows)
    return offer


def replace_team(offer: Offer, salaries: list[Decimal]) -> None:
    offer.colleagues.all().delete()
    Colleague.objects.bulk_create(Colleague(offer=offer, pay=pay) for pay in salaries)


def load_example(owner: User) -> Offer:
    """The worked example as an offer of one's own, to look around in; there is one at most."""
    with transaction.atomic():
        User.objects.select_for_update().get(pk=owner.pk)
        known = Offer.objects.owned_by(owner).filter(is_example=True).first()
        return known or load_case(owner, WORKED_EXAMPLE, timezone.localdate())


def delete_offer(owner: User, pk: UUID) -> None:
    """The offer and everything that belongs to it, for good."""
    Offer.objects.owned_by(owner).filter(pk=pk).delete()
