"""Every address; tests/access.py holds who may do what at each."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("", include("offers.public_urls")),
    path("offers/compare/", include("offers.compare.urls")),
    path("offers/", include("offers.urls")),
    path("offers/<uuid:pk>/record/", include("offers.ledger.urls")),
    path("offers/<uuid:pk>/drafts/", include("offers.drafts.urls")),
    path("offers/<uuid:pk>/outcome/", include("offers.outcome.urls")),
    path("offers/<uuid:pk>/pay/", include("offers.pay.urls")),
    path("offers/<uuid:pk>/replies/", include("offers.replies.urls")),
    path("offers/<uuid:pk>/timeline/", include("offers.timeline.urls")),
    path("", include("offers.dates.urls")),
    path("market/", include("offers.market_urls")),
    path("offers/", include("offers.briefs.urls")),
    path("account/data/", include("offers.archive.urls")),
    path("account/", include("offers.accounts.urls")),
    path("account/", include("allauth.account.urls")),
    path("account/factors/", include("allauth.mfa.urls")),
    path("account/sessions/", include("allauth.usersessions.urls")),
    path("admin/", admin.site.urls),
]

handler400 = "offers.views.errors.bad_request"
handler403 = "offers.views.errors.forbidden"
handler404 = "offers.views.errors.not_found"
handler429 = "offers.views.errors.too_many_requests"
handler500 = "offers.views.errors.server_error"
