"""The environment → Django's settings; docs/settings.md lists every variable."""

from __future__ import annotations

from pathlib import Path

from django.core.management.utils import get_random_secret_key

from paitou.office.config import environment as env

DATA_DIR = Path(env.read_text("PAITOU_DATA_DIR", "var"))
#: Folders of books, parted as in PATH; `paitou serve` sets it.
BOOKS = env.read_paths("PAITOU_BOOKS")

DEBUG = env.read_flag("PAITOU_DEBUG", default=False)
#: `paitou serve` hands on the one that is kept in the data folder.
SECRET_KEY = env.read_secret("PAITOU_SECRET_KEY") or get_random_secret_key()
ALLOWED_HOSTS = env.read_list("PAITOU_ALLOWED_HOSTS", ("localhost", "127.0.0.1", "[::1]"))

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "paitou.office.people",
    "paitou.office.journal",
    "paitou.office.plans",
    "paitou.office.boards",
    "paitou.office.contests",
    "paitou.office.papers",
    "paitou.office.reporting",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "paitou.office.config.headers.add_content_policy",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "paitou.office.people.gate.Gate",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "paitou.office.config.faults.TellFaults",
]
ROOT_URLCONF = "paitou.office.config.urls"
WSGI_APPLICATION = "paitou.office.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["django.templatetags.static"],
            "context_processors": ["django.template.context_processors.request"],
        },
    }
]

DATABASES = {
    "default": env.read_database(("PAITOU_DATABASE_URL", "DATABASE_URL"), DATA_DIR)
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "people.User"
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": f"django.contrib.auth.password_validation.{name}",
        "OPTIONS": options,
    }
    for name, options in (
        ("CommonPasswordValidator", {}),
        ("UserAttributeSimilarityValidator", {"user_attributes": ("login", "name")}),
    )
] + [
    {"NAME": "paitou.office.people.passwords.Varied"},
    {"NAME": "paitou.office.people.passwords.NotUsedBefore"},
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
#: After how many days a password must be changed; 0 is never.
PASSWORD_DAYS = env.read_number("PAITOU_PASSWORD_DAYS", 180, 3650)
SECOND_STEP = env.read_choice(
    "PAITOU_SECOND_STEP", ("optional", "administrators", "everybody")
)
#: How many failures lock an account, or an address, and for how long.
SIGN_IN_FAILURES = env.read_number("PAITOU_SIGN_IN_FAILURES", 5, 100)
ADDRESS_FAILURES = env.read_number("PAITOU_ADDRESS_FAILURES", 30, 10000)
LOCK_MINUTES = env.read_number("PAITOU_LOCK_MINUTES", 15, 1440)
IDLE_MINUTES = env.read_number("PAITOU_IDLE_MINUTES", 30, 1440)
#: How many proxies in front of the site may say where a request comes from.
TRUSTED_PROXIES = env.read_number("PAITOU_TRUSTED_PROXIES", 0, 9)

#: No session lasts longer than a long day, however busy.
SESSION_COOKIE_AGE = 12 * 3600
SESSION_COOKIE_NAME = "paitou"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "paitou.office.config.faults.csrf_refused"

#: The production profile: everything over HTTPS, and cookies only there.
HTTPS = env.read_flag("PAITOU_HTTPS", default=False)
SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
#: Whether browsers ship with the domain in their list is for its owner to ask.
SILENCED_SYSTEM_CHECKS = ["security.W021"]
if TRUSTED_PROXIES:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

#: How new entries of the journal are hashed; those there are keep theirs.
JOURNAL_ALGORITHM = env.read_choice("PAITOU_JOURNAL_HASH", ("sha256", "sm3"))
#: What only actions may change: how the journal names it, and the function that yields it.
JOURNAL_KEPT = {
    "org": "paitou.office.people.states.org_states",
    "user": "paitou.office.people.states.user_states",
    "post": "paitou.office.people.states.post_states",
    "tenure": "paitou.office.people.states.tenure_states",
    "round": "paitou.office.reporting.kept.round_states",
    "submission": "paitou.office.reporting.kept.submission_states",
    "figure": "paitou.office.reporting.kept.figure_states",
}

LANGUAGE_CODE = "zh-hans"
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True
USE_I18N = True

STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG
WHITENOISE_MAX_AGE = 0 if DEBUG else 3600

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["stderr"], "level": "WARNING", "propagate": False},
        # A wrong address or method is the visitor's, and its page says so.
        "django.security.DisallowedHost": {"handlers": [], "propagate": False},
        "django.request": {"handlers": ["stderr"], "level": "ERROR", "propagate": False},
    },
}
