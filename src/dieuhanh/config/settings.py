"""Django's settings. What differs between installations comes from the home folder or `env`."""

from __future__ import annotations

import os

from dieuhanh.config.databases import default_database
from dieuhanh.config.home import (
    CHECKOUT,
    files_folder,
    installation,
    own_law_folder,
    paper_templates_folder,
    secret_key,
    trust_roots_folder,
    urn_keys_folder,
)
from dieuhanh.config.mail import read_mail
from dieuhanh.config.openid import openid_apps

DEMO = bool(installation().get("demo", False))
FIRST_PLAN = str(installation().get("first_plan", ""))
TODAY = os.environ.get("DIEUHANH_TODAY") or str(installation().get("today", ""))
FILES_FOLDER = files_folder()
PAPER_TEMPLATES_FOLDER = paper_templates_folder()
URN_KEYS_FOLDER = urn_keys_folder()
TRUST_ROOTS_FOLDER = trust_roots_folder()
OWN_LAW_FOLDER = own_law_folder()

SECRET_KEY = secret_key()
DEBUG = False
ALLOWED_HOSTS = os.environ.get("DIEUHANH_HOSTS", "127.0.0.1,localhost,[::1]").split(",")
CSRF_TRUSTED_ORIGINS = list(filter(None, os.environ.get("DIEUHANH_ORIGINS", "").split(",")))

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "ninja",
    "django_htmx",
    "dieuhanh.ui",
    "dieuhanh.audit",
    "dieuhanh.bodies",
    "dieuhanh.people",
    "dieuhanh.documents",
    "dieuhanh.plans",
    "dieuhanh.reports",
    "dieuhanh.assessment",
    "dieuhanh.conferences",
    "dieuhanh.tasks",
    "dieuhanh.desk",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "dieuhanh.config.middleware.ContentSecurity",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "dieuhanh.config.middleware.VietnameseFirst",
    "dieuhanh.config.api.frame.ApiFrame",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "dieuhanh.config.middleware.DemoSeat",
    "dieuhanh.config.middleware.WhoIsLooking",
    "dieuhanh.config.middleware.PlainErrors",
]

ROOT_URLCONF = "dieuhanh.config.urls"
ASGI_APPLICATION = "dieuhanh.config.asgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "dieuhanh.config.context.installation",
            ],
            "builtins": ["dieuhanh.ui.templatetags.dieuhanh"],
        },
    }
]

DATABASES = {"default": default_database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "people.User"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "people:sign-in"
LOGIN_REDIRECT_URL = "desk:start"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = bool(os.environ.get("DIEUHANH_HTTPS"))
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

SECOND_FACTOR_ROLES = frozenset(
    installation().get("second_factor_roles", [] if DEMO else ["administrator"])
)
ACCOUNT_ADAPTER = "dieuhanh.config.sign_in.Accounts"
ACCOUNT_FORMS = {"login": "dieuhanh.people.forms.SignInForm"}
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = 600
ACCOUNT_RATE_LIMITS = {"login": "300/m/ip", "login_failed": "5/15m/key"}
MFA_ADAPTER = "dieuhanh.config.sign_in.SecondFactors"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_TOTP_TOLERANCE = 1
SOCIALACCOUNT_ADAPTER = "dieuhanh.config.sign_in.Identities"
SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": openid_apps()}}
SOCIALACCOUNT_STORE_TOKENS = False
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "people_shared_counts",
        "OPTIONS": {"MAX_ENTRIES": 200_000},
    },
    "process": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
}

SITE_URL = os.environ.get("DIEUHANH_URL", "http://127.0.0.1:8000").rstrip("/")
MAIL = read_mail(os.environ.get("DIEUHANH_SMTP", ""))
EMAIL_HOST, EMAIL_PORT = MAIL.host, MAIL.port
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = MAIL.user, MAIL.password
EMAIL_USE_SSL, EMAIL_USE_TLS = MAIL.ssl, MAIL.starttls
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = MAIL.sender or "dieuhanh@localhost"

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
LOCALE_PATHS = [CHECKOUT / "src" / "dieuhanh" / "ui" / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Ho_Chi_Minh"

STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True

DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_HANDLERS = [
    "dieuhanh.ui.uploads.BoundedUpload",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
