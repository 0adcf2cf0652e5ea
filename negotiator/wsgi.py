"""The WSGI entry point."""

import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "negotiator.settings")
application = get_wsgi_application()
# Loads every page before the workers fork, so that a new worker's first request does not wait a second.
_ = get_resolver().url_patterns
