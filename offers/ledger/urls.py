from django.urls import path

from offers.ledger import removal, terms_page, views

app_name = "ledger"
urlpatterns = [
    path("terms/<slug:kind>/", terms_page.terms, name="terms"),
    path("terms/<uuid:entry>/remove/", removal.remove_version, name="remove-terms"),
    path("promises/new/", views.add_promise, name="add-promise"),
    path("promises/<uuid:entry>/settle/", views.settle_promise, name="settle-promise"),
    path("promises/<uuid:entry>/remove/", removal.remove_promise, name="remove-promise"),
    path("dropped/<uuid:entry>/<slug:part>/", views.keep_drop, name="keep-drop"),
    path("signals/new/", views.add_signal, name="add-signal"),
    path("signals/<uuid:entry>/remove/", removal.remove_signal, name="remove-signal"),
    path("figures/new/", views.add_figure, name="add-figure"),
    path("figures/<uuid:entry>/strike/", views.strike_figure, name="strike-figure"),
    path("people/new/", views.add_contact, name="add-contact"),
    path("people/<uuid:entry>/", views.contact, name="contact"),
    path("people/<uuid:entry>/remove/", views.forget_contact, name="remove-contact"),
]
