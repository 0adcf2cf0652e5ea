"""Who may do what with accounts, second factors and sessions."""

from typing import Any

from offers.models import Offer
from tests.access_row import Row, everyone
from tests.conftest import PASSWORD

NEW = "seven slow herons"
ROWS: dict[str, Row] = {
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
}


def things(offer: Offer) -> dict[str, Any]:
    """What the addresses of this app name beside what every world of the matrix has."""
    return {}
