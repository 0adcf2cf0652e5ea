"""Who may do what at every address: one row for each pattern of the URLconf, one answer for each role."""

import tests.compare.access
import tests.dates.access
import tests.drafts.access
import tests.ledger.access
import tests.market.access
import tests.outcome.access
import tests.pay.access
import tests.replies.access
import tests.timeline.access
from tests.access_row import (
    LED_BACK,
    MEMBERS,
    MEMBERS_ONLY_READ,
    OFFER,
    OWNER,
    OWNER_ONLY_READS,
    ROLES,
    Row,
    everyone,
)
from tests.conftest import PASSWORD
from tests.forms import GRANT

__all__ = ["BAND", "ROLES", "ROWS", "THINGS", "Row"]
APPS = (
    tests.ledger.access,
    tests.drafts.access,
    tests.outcome.access,
    tests.pay.access,
    tests.replies.access,
    tests.dates.access,
    tests.timeline.access,
    tests.compare.access,
    tests.market.access,
)
NEW = "seven slow herons"
OPENED = {"opened_version": "1"}
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
ROLE = {
    "company": "Harbour Analytics",
    "role": "Data Engineer",
    "place": "Chicago, IL",
    "currency": "USD",
    "employer_type": "banded",
}
ROWS = {
    "home": Row(get=everyone(200), post=everyone(405)),
    "example": Row(get=everyone(200), post=everyone(405)),
    "privacy": Row(get=everyone(200), post=everyone(405)),
    "not-advice": Row(get=everyone(200), post=everyone(405)),
    "theme": Row(
        get=everyone(405), post=everyone(302), valid=everyone(302), body={"theme": "dark", "next": "/"}
    ),
    "mailbox": Row(get=everyone(404), post=everyone(405)),
    "healthz": Row(get=everyone(200), post=everyone(405)),
    "readyz": Row(get=everyone(200), post=everyone(405)),
    "offers:dashboard": Row(get=MEMBERS, post=MEMBERS_ONLY_READ),
    "offers:new": Row(get=MEMBERS, post=MEMBERS, valid="403 403 302! 302! 302! 302! 302! 302!", body=ROLE),
    "offers:load-example": Row(get=LED_BACK, post="302 302 302! 302! 302! 302! 302! 302!"),
    "offers:room": Row(get=OWNER, post=OWNER_ONLY_READS, kwargs=OFFER),
    "offers:what-if": Row(
        get=OWNER,
        post=OWNER,
        valid=OWNER,
        body={"number": "86k"},
        kwargs=OFFER,
    ),
    "offers:levers": Row(get=OWNER, post=OWNER_ONLY_READS, kwargs=OFFER),
    "offers:rights": Row(
        get=OWNER,
        post="302 302 404 404 409 404 404 404",
        valid="403 403 404 404 409 404 404 404",
        body={"employees": "40"},
        kwargs=OFFER,
    ),
    "offers:check": Row(get=OWNER, post=OWNER_ONLY_READS, kwargs=OFFER),
    "offers:step": Row(
        get=OWNER,
        post="302 302 404 404 200 404 404 404",
        valid="403 403 404 404 409 404 404 404",
        body=ROLE,
        kwargs=OFFER | {"key": "role"},
    ),
    "offers:new-grant": Row(
        get=OWNER,
        post=OWNER,
        valid="403 403 404 404 302! 404 404 404",
        body=GRANT | {"figure": "40k"},
        kwargs=OFFER,
    ),
    "offers:grant": Row(
        get=OWNER,
        post=OWNER,
        valid="403 403 404 404 409 404 404 404",
        body=GRANT | {"figure": "40k"},
        kwargs=OFFER | {"grant": "grant"},
    ),
    "offers:remove-grant": Row(
        get=OWNER, post="302 302 404 404 302! 404 404 404", kwargs=OFFER | {"grant": "grant"}
    ),
    "offers:delete": Row(get=OWNER, post="302 302 404 404 302! 404 404 404", kwargs=OFFER),
    "briefs:comparison": Row(get="302 302 302 302 302 302 302 302", post=MEMBERS_ONLY_READ),
    "briefs:comparison-page": Row(get="302 302 302 302 302 302 302 302", post=MEMBERS_ONLY_READ),
    "briefs:read": Row(get=OWNER, post=OWNER_ONLY_READS, kwargs=OFFER | {"kind": "private-brief"}),
    "briefs:page": Row(get=OWNER, post=OWNER_ONLY_READS, kwargs=OFFER),
    # A copy of the file is kept for a day.
    "briefs:pdf": Row(
        get="302 302 404 404 200! 404 404 404",
        post=OWNER_ONLY_READS,
        kwargs=OFFER | {"kind": "call-sheet"},
    ),
    "archive:data": Row(get=MEMBERS, post=MEMBERS_ONLY_READ),
    "archive:download": Row(get=MEMBERS, post=MEMBERS_ONLY_READ),
    "archive:delete": Row(
        get=MEMBERS, post=MEMBERS, valid="302 302 302! 302! 302! 302! 302! 302!", body={"sure": "on"}
    ),
    "account_login": Row(
        get="200 302 302 302 302 302 302 302",
        post="200 302 302 302 302 302 302 302",
        valid="302! 302 302 302 302 302 302 302",
        body={"login": "bob@example.org", "password": PASSWORD},
    ),
    "account_logout": Row(get="302 302 200 200 200 200 200 200", post=everyone(302)),
    "account_inactive": Row(get=everyone(200), post=everyone(405)),
    "account_signup": Row(
        get="200 200 302 302 302 302 302 302",
        post="200 200 302 302 302 302 302 302",
        valid="302! 302! 302 302 302 302 302 302",
        body={"email": "new@example.org", "password1": NEW},
    ),
    "account_reauthenticate": Row(
        get="302 302 200 200 200 200 200 200", post="302 302 200 200 200 200 200 200"
    ),
    "account_email": Row(
        get="302 302 200 200 200 200 200 200",
        post=everyone(302),
        valid=everyone(302),
        body={"email": "new@example.org", "action_add": ""},
    ),
    "account_email_verification_sent": Row(get=everyone(302), post=everyone(302)),
    "account_change_password": Row(
        get="302 302 200 200 200 200 200 200",
        post="302 302 200 200 200 200 200 200",
        valid="302 302 302! 302! 302! 302! 302! 302!",
        body={"oldpassword": PASSWORD, "password1": NEW, "password2": NEW},
    ),
    "account_set_password": Row(get=everyone(302), post=everyone(302)),
    "account_reset_password": Row(
        get=everyone(200), post=everyone(200), valid=everyone(302), body={"email": "bob@example.org"}
    ),
    "account_confirm_login_code": Row(get=everyone(302), post=everyone(302)),
    "account_confirm_password_reset_code": Row(get=everyone(302), post=everyone(302)),
    "account_complete_password_reset": Row(get=everyone(302), post=everyone(302)),
    "account_password_reset_completed": Row(get=everyone(200), post=everyone(405)),
    "account_request_login_code": Row(
        get="200 302 302 302 302 302 302 302",
        post="200 302 302 302 302 302 302 302",
        valid=everyone(302),
        body={"email": "bob@example.org"},
    ),
    "mfa_index": Row(get="302 302 200 200 200 200 200 200", post="302 302 405 405 405 405 405 405"),
    "mfa_authenticate": Row(get="302 200 302 302 302 302 302 302", post="302 200 302 302 302 302 302 302"),
    "mfa_reauthenticate": Row(get="302 302 302 302 302 302 200 200", post="302 302 302 302 302 302 200 200"),
    "mfa_activate_totp": Row(get="302 302 302 200 200 200 302 302", post="302 302 302 200 200 200 302 302"),
    "mfa_deactivate_totp": Row(
        get="302 302 404 404 404 404 200 200", post="302 302 404 404 404 404 302! 302!"
    ),
    "mfa_view_recovery_codes": Row(
        get="302 302 404 404 404 404 404 404", post="302 302 405 405 405 405 405 405"
    ),
    "mfa_generate_recovery_codes": Row(
        get="302 302 200 200 200 200 200 200", post="302 302 200 200 302! 200 302! 302!"
    ),
    "mfa_download_recovery_codes": Row(
        get="302 302 404 404 404 404 404 404", post="302 302 404 404 404 404 404 404"
    ),
    "mfa_list_webauthn": Row(get="302 302 200 200 200 200 200 200", post="302 302 405 405 405 405 405 405"),
    "mfa_add_webauthn": Row(get="302 302 302 200 200 200 200 200", post="302 302 302 200 200 200 200 200"),
    "mfa_reauthenticate_webauthn": Row(get="302 302 302 302 200 302 302 302", post=everyone(302)),
    "mfa_remove_webauthn": Row(
        get="302 302 404 404 200 404 404 404", post="302 302 404 404 302! 404 404 404", kwargs={"pk": "key"}
    ),
    "mfa_edit_webauthn": Row(
        get="302 302 404 404 200 404 404 404",
        post="302 302 404 404 200 404 404 404",
        valid="302 302 404 404 302! 404 404 404",
        body={"name": "Green key"},
        kwargs={"pk": "key"},
    ),
    "mfa_login_webauthn": Row(get=everyone(302), post=everyone(302)),
    "usersessions_list": Row(get="302 302 200 200 200 200 200 200", post=everyone(302)),
    "admin:index": Row(get="302 302 302 302 302 302 200 200", post="302 302 302 302 302 302 200 200"),
    "admin:login": Row(get="302 302 404 404 404 302 302 302", post="302 302 404 404 404 302 302 302"),
    "admin:logout": Row(get="302 302 302 302 302 302 405 405", post="302 302 302 302 302 302 200 200"),
    "admin:password_change": Row(get=everyone(302), post=everyone(302)),
    "admin:password_change_done": Row(
        get="302 302 302 302 302 302 200 200", post="302 302 302 302 302 302 405 405"
    ),
    "admin:autocomplete": Row(get="302 302 302 302 302 302 404 404", post="302 302 302 302 302 302 405 405"),
    "admin:jsi18n": Row(get="302 302 302 302 302 302 200 200", post="302 302 302 302 302 302 405 405"),
    "admin:view_on_site": Row(
        get="302 302 302 302 302 302 404 404",
        post="302 302 302 302 302 302 404 404",
        kwargs={"content_type_id": "1", "object_id": "1"},
    ),
    "admin:accounts_user_changelist": Row(
        get="302 302 302 302 302 302 404 200", post="302 302 302 302 302 302 404 200"
    ),
    "admin:accounts_user_add": Row(
        get="302 302 302 302 302 302 404 404", post="302 302 302 302 302 302 404 404"
    ),
    "admin:accounts_user_history": Row(
        get="302 302 302 302 302 302 404 200",
        post="302 302 302 302 302 302 404 200",
        kwargs={"object_id": "person"},
    ),
    "admin:accounts_user_delete": Row(
        get="302 302 302 302 302 302 404 200",
        post="302 302 302 302 302 302 404 200",
        valid="302 302 302 302 302 302 404 302!",
        body={"post": "yes"},
        kwargs={"object_id": "person"},
    ),
    "admin:accounts_user_change": Row(
        get="302 302 302 302 302 302 404 200",
        post="302 302 302 302 302 302 404 302!",
        valid="302 302 302 302 302 302 404 302!",
        body={"is_active": "on", "is_staff": "on"},
        kwargs={"object_id": "person"},
    ),
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
    "admin:app_list": Row(
        get="302 302 302 302 302 302 404 200",
        post="302 302 302 302 302 302 404 200",
        kwargs={"app_label": "bands"},
    ),
    "admin:<path:object_id>/": Row(
        get=everyone(302),
        post=everyone(302),
        path="/admin/bands/band/1/",
    ),
    "admin:(?P<url>.*)$": Row(
        get="302 302 302 302 302 302 404 404", post="302 302 302 302 302 302 404 404", path="/admin/nothing/"
    ),
}
for app in APPS:
    ROWS |= app.ROWS
THINGS = [app.things for app in APPS]
