"""The environment → Django's settings; docs/settings.md lists every variable."""

from __future__ import annotations

from pathlib import Path

from django.core.management.utils import get_random_secret_key

from paitou.office.config import environment as env
from paitou.office.config.provider import read_provider

DATA_DIR = Path(env.read_text("PAITOU_DATA_DIR", "var"))
#: Folders of books, parted as in PATH; `paitou serve` sets it.
BOOKS = env.read_paths("PAITOU_BOOKS")

DEBUG = env.read_flag("PAITOU_DEBUG", default=False)
#: The site says that it is a demonstration; `paitou demo` sets it.
DEMO = env.read_flag("PAITOU_DEMO", default=False)
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
    "paitou.office.files",
    "paitou.office.reporting",
    "paitou.office.cases",
    "paitou.office.tasks",
    "django_tasks",
    "django_tasks_db",
    "paitou.office.release",
    "paitou.office.api",
]
MIDDLEWARE = [
    "paitou.office.config.watching.Watch",
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
            "context_processors": [
                "django.template.context_processors.request",
                "paitou.office.reporting.header.add_header",
            ],
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
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("login", "name")},
    },
    {"NAME": "paitou.office.people.passwords.WellKnown"},
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
#: Who else may say who somebody is; allauth is loaded only where there is one, and its
#: tables are never made: accounts are those of this site.
OIDC = read_provider()
MIGRATION_MODULES = {"account": None, "socialaccount": None}
if OIDC:
    INSTALLED_APPS += ["allauth.account", "allauth.socialaccount"]
    MIDDLEWARE += ["allauth.account.middleware.AccountMiddleware"]
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
#: A large form has hundreds of cells with four fields each; what is longer is no form.
DATA_UPLOAD_MAX_NUMBER_FIELDS, DATA_UPLOAD_MAX_NUMBER_FILES = 5000, 10
CSRF_FAILURE_VIEW = "paitou.office.config.faults.csrf_refused"

#: The production profile: everything over HTTPS, and cookies only there.
HTTPS = env.read_flag("PAITOU_HTTPS", default=False)
SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^metrics$"]
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
#: Whether browsers ship with the domain in their list is for its owner to ask.
SILENCED_SYSTEM_CHECKS = ["security.W021"]
if TRUSTED_PROXIES:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

#: How many calls a token may make in a minute.
API_PER_MINUTE = env.read_number("PAITOU_API_PER_MINUTE", 300, 100_000)

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
    "calendar": "paitou.office.reporting.kept.calendar_states",
    "attachment": "paitou.office.files.kept.attachment_states",
    "item": "paitou.office.cases.kept.item_states",
    "release": "paitou.office.release.kept.release_states",
    "paper": "paitou.office.papers.kept.paper_states",
    "token": "paitou.office.api.tokens.token_states",
}

#: Work in the background, in a queue that is in the database.
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": []}}
BACKUP_DIR = Path(env.read_text("PAITOU_BACKUP_DIR") or DATA_DIR / "backups")
#: How many daily backups are kept; 0 is all.
BACKUPS_KEPT = env.read_number("PAITOU_BACKUPS_KEPT", 30, 3650)
#: Where the head of the journal is written down each day, and whom it is sent to.
DEPOSIT_FILE = Path(env.read_text("PAITOU_DEPOSIT_FILE") or DATA_DIR / "deposits.txt")
DEPOSIT_URL = env.read_address("PAITOU_DEPOSIT_URL")
#: Who opened what: "-" for standard error, a folder for a file a day, empty for nothing.
ACCESS_LOG = env.read_text("PAITOU_ACCESS_LOG")
#: 网络安全法 (2016) art. 21 (3): not less than six months; 0 is for ever.
LOG_DAYS = env.read_number("PAITOU_LOG_DAYS", 200, 36500)
METRICS_TOKEN = env.read_secret("PAITOU_METRICS_TOKEN")
#: How many processes serve; `paitou serve` sets it.
WORKERS = env.read_number("PAITOU_WORKERS", 1, 64)

#: What files may belong to, and the function that says whose page and for whom it is.
ATTACHED_TO = {"submission": "paitou.office.reporting.evidence.form_of"}
#: What comes in is held in memory until it was looked at, and has at most so many MB.
FILE_UPLOAD_HANDLERS = ["paitou.office.files.arriving.InMemory"]
UPLOAD_MB = env.read_number("PAITOU_UPLOAD_MB", 20, 100)
#: Where texts of 催办 are handed on to, and the secret that they are signed with.
WEBHOOK_URL = env.read_address("PAITOU_WEBHOOK_URL")
WEBHOOK_SECRET = env.read_handed("PAITOU_WEBHOOK_SECRET")

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
    "handlers": {
        "stderr": {"class": "logging.StreamHandler", "formatter": "line"},
        "none": {"class": "logging.NullHandler"},
    },
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["stderr"], "level": "WARNING", "propagate": False},
        # A wrong address or method is the visitor's, and its page says so.
        "django.security.DisallowedHost": {"handlers": ["none"], "propagate": False},
        "django.request": {"handlers": ["stderr"], "level": "ERROR", "propagate": False},
    },
}
