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
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "paitou.office.config.faults.TellFaults",
]
ROOT_URLCONF = "paitou.office.config.urls"
WSGI_APPLICATION = "paitou.office.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"builtins": ["django.templatetags.static"]},
    }
]

DATABASES = {
    "default": env.read_database(("PAITOU_DATABASE_URL", "DATABASE_URL"), DATA_DIR)
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "people.User"
#: How new entries of the journal are hashed; those there are keep theirs.
JOURNAL_ALGORITHM = env.read_choice("PAITOU_JOURNAL_HASH", ("sha256", "sm3"))

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
