from django.urls import path

from offers.views import health, mailbox, public, room

urlpatterns = [
    path("", public.home, name="home"),
    path("example/", room.example, name="example"),
    path("privacy/", public.privacy, name="privacy"),
    path("not-advice/", public.not_advice, name="not-advice"),
    path("theme/", public.theme, name="theme"),
    path("mailbox/", mailbox.mailbox, name="mailbox"),
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
]
