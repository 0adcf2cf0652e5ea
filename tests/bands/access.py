"""Who may do what with the reference figures: bands, employers, industries, laws, the policy."""

from typing import Any

from offers.models import Offer
from tests.access_row import OPENED, Row

EMPLOYER = {"name": "Harbour Analytics", "website": "https://example.org"}
INDUSTRY = {
    "name": "Health",
    "padding_low_rate": "0.02",
    "padding_high_rate": "0.06",
    "grade": "E",
    "source": "our assumption",
}
BAND = {
    "employer": "employer",
    "family": "Engineering",
    "title": "Data Engineer",
    "location": "Austin, TX",
    "currency": "USD",
    "period": "year",
    "minimum": "90000",
    "maximum": "120000",
    "basis": "hire",
    "source": "posting",
    "as_of": "2026-11-01",
    "confidence": "low",
}
LAW = {
    "code": "US-UT",
    "country": "United States",
    "place": "Utah",
    "duty": "none",
    "benefits": "no",
    "basis": "none",
    "history": "no",
    "citation": "Utah Code 1-1",
    "verified": "M",
    "as_of": "2026-11-01",
}
SET = {"employer": "employer", "name": "2028"}
ROWS: dict[str, Row] = {
    "admin:bands_bandset_changelist": Row(
        get="302 302 302 302 302 302 404 200", post="302 302 302 302 302 302 404 200"
    ),
    "admin:bands_bandset_add": Row(
        get="302 302 302 302 302 302 404 200",
        post="302 302 302 302 302 302 404 200",
        valid="302 302 302 302 302 302 404 302!",
        body=SET,
    ),
    "admin:bands_bandset_history": Row(
        get="302 302 302 302 302 302 404 200",
        post="302 302 302 302 302 302 404 200",
        kwargs={"object_id": "bandset"},
    ),
    "admin:bands_bandset_delete": Row(
        get="302 302 302 302 302 302 404 200",
        post="302 302 302 302 302 302 404 200",
        valid="302 302 302 302 302 302 404 302!",
        body={"post": "yes"},
        kwargs={"object_id": "bandset"},
    ),
    "admin:bands_bandset_change": Row(
        get="302 302 302 302 302 302 404 200",
        post="302 302 302 302 302 302 404 409",
        valid="302 302 302 302 302 302 404 302!",
        body=SET | OPENED,
        kwargs={"object_id": "bandset"},
    ),
    "admin:bands_bandset_publish": Row(
        get="302 302 302 302 302 302 404 200",
        post="302 302 302 302 302 302 404 409",
        kwargs={"pk": "bandset"},
    ),
    "admin:bands_bandset_copy": Row(
        get="302 302 302 302 302 302 404 302",
        post="302 302 302 302 302 302 404 302!",
        kwargs={"pk": "bandset"},
    ),
    "admin:bands_employer_changelist": Row(
        get="302 302 302 302 302 302 404 200", post="302 302 302 302 302 302 404 200"
    ),
    "admin:bands_employer_add": Row(
        get="302 302 302 302 302 302 404 200",
        post="302 302 302 302 302 302 404 200",
        valid="302 302 302 302 302 302 404 302!",
        body=EMPLOYER,
    ),
    "admin:bands_employer_history": Row(
        get="302 302 302 302 302 302 404 200",
        post="302 302 302 302 302 302 404 200",
        kwargs={"object_id": "employer"},
    ),
    "admin:bands_employer_delete": Row(
        get="302 302 302 302 302 302 404 200",
        post="302 302 302 302 302 302 404 200",
        valid="302 302 302 302 302 302 404 200",
        body={"post": "yes"},
        kwargs={"object_id": "employer"},
    ),
    "admin:bands_employer_change": Row(
        get="302 302 302 302 302 302 404 200",
        post="302 302 302 302 302 302 404 409",
        valid="302 302 302 302 302 302 404 302!",
        body=EMPLOYER | OPENED,
        kwargs={"object_id": "employer"},
    ),
    "admin:bands_industry_changelist": Row(
        get="302 302 302 302 302 302 404 200", post="302 302 302 302 302 302 404 200"
    ),
    "admin:bands_industry_add": Row(
        get="302 302 302 302 302 302 404 200",
        post="302 302 302 302 302 302 404 200",
        valid="302 302 302 302 302 302 404 302!",
        body=INDUSTRY,
    ),
    "admin:bands_industry_history": Row(
        get="302 302 302 302 302 302 404 200",
        post="302 302 302 302 302 302 404 200",
        kwargs={"object_id": "industry"},
    ),
    "admin:bands_industry_delete": Row(
        get="302 302 302 302 302 302 404 200",
        post="302 302 302 302 302 302 404 200",
        valid="302 302 302 302 302 302 404 302!",
        body={"post": "yes"},
        kwargs={"object_id": "industry"},
    ),
    "admin:bands_industry_change": Row(
        get="302 302 302 302 302 302 404 200",
        post="302 302 302 302 302 302 404 409",
        valid="302 302 302 302 302 302 404 302!",
        body=INDUSTRY | OPENED,
        kwargs={"object_id": "industry"},
    ),
    "admin:bands_policyvalue_changelist": Row(
        get="302 302 302 302 302 302 404 200", post="302 302 302 302 302 302 404 200"
    ),
    "admin:bands_policyvalue_add": Row(
        get="302 302 302 302 302 302 404 200",
        post="302 302 302 302 302 302 404 200",
        valid="302 302 302 302 302 302 404 302!",
        body={"key": "sign_on_cap", "value": "0.12", "reason": "our practice"},
    ),
    "admin:bands_policyvalue_history": Row(
        get="302 302 302 302 302 302 404 200",
        post="302 302 302 302 302 302 404 200",
        kwargs={"object_id": "policyvalue"},
    ),
    "admin:bands_policyvalue_delete": Row(
        get="302 302 302 302 302 302 404 200",
        post="302 302 302 302 302 302 404 200",
        valid="302 302 302 302 302 302 404 302!",
        body={"post": "yes"},
        kwargs={"object_id": "policyvalue"},
    ),
    "admin:bands_policyvalue_change": Row(
        get="302 302 302 302 302 302 404 200",
        post="302 302 302 302 302 302 404 409",
        valid="302 302 302 302 302 302 404 302!",
        body={"key": "attrition", "value": "0.2", "reason": "our own figures", "opened_version": "1"},
        kwargs={"object_id": "policyvalue"},
    ),
    "admin:bands_payrule_changelist": Row(
        get="302 302 302 302 302 302 404 200", post="302 302 302 302 302 302 404 200"
    ),
    "admin:bands_payrule_add": Row(
        get="302 302 302 302 302 302 404 200",
        post="302 302 302 302 302 302 404 200",
        valid="302 302 302 302 302 302 404 302!",
        body=LAW,
    ),
    "admin:bands_payrule_history": Row(
        get="302 302 302 302 302 302 404 200",
        post="302 302 302 302 302 302 404 200",
        kwargs={"object_id": "payrule"},
    ),
    "admin:bands_payrule_delete": Row(
        get="302 302 302 302 302 302 404 200",
        post="302 302 302 302 302 302 404 200",
        valid="302 302 302 302 302 302 404 302!",
        body={"post": "yes"},
        kwargs={"object_id": "payrule"},
    ),
    "admin:bands_payrule_change": Row(
        get="302 302 302 302 302 302 404 200",
        post="302 302 302 302 302 302 404 409",
        valid="302 302 302 302 302 302 404 302!",
        body=LAW | OPENED,
        kwargs={"object_id": "payrule"},
    ),
    "admin:bands_band_changelist": Row(
        get="302 302 302 302 302 302 404 200", post="302 302 302 302 302 302 404 200"
    ),
    "admin:bands_band_add": Row(
        get="302 302 302 302 302 302 404 200",
        post="302 302 302 302 302 302 404 200",
        valid="302 302 302 302 302 302 404 302!",
        body=BAND,
    ),
    "admin:bands_band_history": Row(
        get="302 302 302 302 302 302 404 200",
        post="302 302 302 302 302 302 404 200",
        kwargs={"object_id": "band"},
    ),
    "admin:bands_band_delete": Row(
        get="302 302 302 302 302 302 404 200",
        post="302 302 302 302 302 302 404 200",
        valid="302 302 302 302 302 302 404 302!",
        body={"post": "yes"},
        kwargs={"object_id": "band"},
    ),
    "admin:bands_band_change": Row(
        get="302 302 302 302 302 302 404 200",
        post="302 302 302 302 302 302 404 409",
        valid="302 302 302 302 302 302 404 302!",
        body=BAND | OPENED,
        kwargs={"object_id": "band"},
    ),
}


def things(offer: Offer) -> dict[str, Any]:
    """What the addresses of this app name beside what every world of the matrix has."""
    return {}
