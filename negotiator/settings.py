"""All settings; the only reader of the environment.

SITE_URL decides the mode. An https address is a production site and must be complete; an http address is
allowed for this machine alone (localhost), where mails become files that a page shows.
"""

from pathlib import Path
from urllib.parse import urlsplit

import environ

BASE_DIR = Path(__file__).resolve().parent.parent
LOOPBACK = {"localhost", "127.0.0.1", "::1"}
env = environ.Env()


def refuse(sentence: str) -> None:
    """Stop the start with one sentence that says what to change."""
    raise SystemExit(f"negotiator cannot start: {sentence}")


def required(name: str, hint: str) -> str:
    value = env.str(name, default="")
    if not value:
        refuse(f"{name} is not set. {hint}")
    return str(value)


def secret_key() -> str:
    value = required("SECRET_KEY", "Give at least 50 random characters.")
    if len(value) < 50 or len(set(value)) < 5 or "change-me" in value:
        refuse("SECRET_KEY is too short or is the example. Give at least 50 random characters.")
    return value


def site() -> tuple[str, bool]:
    """The address people type, and whether it is a site on this machine alone."""
    url = required("SITE_URL", "Give the address people type, such as https://offers.example.org.").rstrip(
        "/"
    )
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.path:
        refuse("SITE_URL must be an address such as https://offers.example.org, without a path.")
    local = parts.scheme == "http"
    if local and parts.hostname not in LOOPBACK:
        refuse(f"SITE_URL {url} is not safe: use https, or localhost for trying it on this machine.")
    return url, local


def hosts() -> list[str]:
    names = [str(urlsplit(SITE_URL).hostname), *env.list("ALLOWED_HOSTS", default=[])]
    if any("*" in name for name in names):
        refuse("ALLOWED_HOSTS may not hold a wildcard. Name each host.")
    return names + (sorted(LOOPBACK | {"[::1]"}) if LOCAL else [])


def mail() -> dict[str, object]:
    """Mail settings: from EMAIL_URL, or files in MAIL_DIR on a site of this machine alone."""
    if env.str("EMAIL_URL", default=""):
        return dict(env.email_url("EMAIL_URL"))
    if not LOCAL:
        refuse("EMAIL_URL is not set. Give the mail server, such as smtp+tls://user:password@mail:587.")
    return {"EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend"}


SECRET_KEY = secret_key()
SITE_URL, LOCAL = site()
DEBUG = env.bool("DEBUG", default=False)
if DEBUG and not LOCAL:
    refuse("DEBUG may only be on where SITE_URL is on this machine.")
ALLOWED_HOSTS = hosts()
SIGNUP_OPEN = env.bool("SIGNUP_OPEN", default=True)

INSTALLED_APPS = [
    "offers.accounts",
    "offers.bands",
    "offers.market",
    "offers",
    "offers.ledger",
    "offers.drafts",
    "offers.outcome",
    "offers.pay",
    "offers.replies",
    "offers.dates",
    "offers.timeline",
    "offers.compare",
    "offers.briefs",
    "offers.archive",
    "offers.accounts.admin_app.SecondFactorAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "bootstrap",
    "crispy_forms",
    "crispy_bootstrap5",
    "django_htmx",
    "pghistory",
    "pgtrigger",
    "procrastinate.contrib.django",
]

MIDDLEWARE = [
    "offers.middleware.SafeResponses",
    "django.middleware.security.SecurityMiddleware",
    "offers.middleware.KnownMethods",
    "offers.middleware.CleanQueries",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "offers.middleware.OwnTimeZone",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "pghistory.middleware.HistoryMiddleware",
]

ROOT_URLCONF = "negotiator.urls"
WSGI_APPLICATION = "negotiator.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "offers.context_processors.site",
            ],
        },
    },
]
CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"
CRISPY_FAIL_SILENTLY = False

required("DATABASE_URL", "Give the database, such as postgres://user:password@host/negotiator.")
DATABASES = {"default": env.db("DATABASE_URL")}
DATABASES["default"].update(CONN_MAX_AGE=60, CONN_HEALTH_CHECKS=True, ATOMIC_REQUESTS=False)
DATABASES["default"]["TEST"] = {"NAME": env.str("TEST_DATABASE_NAME", default="test_negotiator")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache",
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    }
}

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English")]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "UTC"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = env.str("STATIC_ROOT", default=str(BASE_DIR / "staticfiles"))
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": env.str(
            "STATIC_STORAGE", default="whitenoise.storage.CompressedManifestStaticFilesStorage"
        )
    },
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = True

EMAIL_FILE_PATH = env.str("MAIL_DIR", default=str(BASE_DIR / ".data" / "mail"))
vars().update(mail())
DEFAULT_FROM_EMAIL = env.str("MAIL_FROM", default=f"Negotiator <noreply@{urlsplit(SITE_URL).hostname}>")
SERVER_EMAIL = DEFAULT_FROM_EMAIL
EMAIL_TIMEOUT = 10

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "offers.accounts.passwords.MaximumLengthValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "offers:dashboard"
ACCOUNT_LOGOUT_REDIRECT_URL = "home"
ACCOUNT_ADAPTER = "offers.accounts.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60
ACCOUNT_SESSION_REMEMBER = None
ACCOUNT_DEFAULT_HTTP_PROTOCOL = urlsplit(SITE_URL).scheme
# A limit by address alone: one by account would let a stranger lock somebody out with ten wrong guesses.
ACCOUNT_RATE_LIMITS = {
    "login_failed": "10/5m/ip,100/1d/key",
    "request_login_code": "20/m/ip,3/h/key",
    "reset_password": "20/m/ip,3/h/key",
}
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXY_COUNT", default=0)
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Negotiator"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = False
USERSESSIONS_TRACK_ACTIVITY = False

SECURE = not LOCAL
COOKIE_PREFIX = "__Host-" if SECURE else ""
SESSION_COOKIE_NAME = f"{COOKIE_PREFIX}session"
SESSION_COOKIE_SECURE = SECURE
SESSION_COOKIE_AGE = 14 * 24 * 3600
CSRF_COOKIE_NAME = f"{COOKIE_PREFIX}csrf"
CSRF_COOKIE_SECURE = SECURE
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "offers.views.errors.csrf_failure"
THEME_COOKIE_NAME = f"{COOKIE_PREFIX}theme"
SECURE_SSL_REDIRECT = SECURE and env.bool("SSL_REDIRECT", default=True)
SECURE_REDIRECT_EXEMPT = ["^healthz$", "^readyz$"]
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE
SECURE_HSTS_PRELOAD = SECURE
# Under no-referrer a browser sends "Origin: null" with a form, and the check against forged forms refuses it.
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
if ALLAUTH_TRUSTED_PROXY_COUNT:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
CONTENT_SECURITY_POLICY = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "object-src 'none'",
        "frame-ancestors 'none'",
    ]
)
# What one PDF may take, and the little that the process which makes them may know: no key and no database.
PDF_SECONDS = 10
PDF_PATIENCE = 2  # Seconds after which its person is told that it is being made.
PDF_MEMORY = 512 * 1024 * 1024
PDF_ENVIRONMENT = {
    name: env.str(name)
    for name in ("PATH", "HOME", "XDG_CACHE_HOME", "FONTCONFIG_FILE", "DYLD_FALLBACK_LIBRARY_PATH")
    if name in env
}
FILE_UPLOAD_HANDLERS = ["offers.market.gate.SmallUpload", "offers.market.gate.LargeUpload"]
# What a file of market pay may be; further limits stand in offers/market/reading/limits.py.
IMPORT_LIMITS = {"packed": env.int("IMPORT_MEGABYTES", default=300) * 1024 * 1024}
IMPORT_LIMITS["rows"] = env.int("IMPORT_ROWS", default=5_000_000)
DATA_UPLOAD_MAX_NUMBER_FIELDS = 1_000
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024

LINE = "{asctime} {levelname} {name} {message}"
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"()": "offers.logs.QuietFormatter", "style": "{", "format": LINE}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
