from django.urls import path

from offers.views import dashboard, grants, levers, pay, rights, room, what_if, wizard

app_name = "offers"
urlpatterns = [
    path("", dashboard.dashboard, name="dashboard"),
    path("new/", wizard.start, name="new"),
    path("example/", dashboard.example, name="load-example"),
    path("<uuid:pk>/", room.room, name="room"),
    path("<uuid:pk>/what-if/", what_if.what_if, name="what-if"),
    path("<uuid:pk>/levers/", levers.levers, name="levers"),
    path("<uuid:pk>/rights/", rights.rights, name="rights"),
    path("<uuid:pk>/pay/", pay.pay, name="pay"),
    path("<uuid:pk>/answers/", wizard.check, name="check"),
    path("<uuid:pk>/answers/<slug:key>/", wizard.step, name="step"),
    path("<uuid:pk>/grants/new/", grants.new, name="new-grant"),
    path("<uuid:pk>/grants/<int:grant>/", grants.change, name="grant"),
    path("<uuid:pk>/grants/<int:grant>/remove/", grants.remove, name="remove-grant"),
    path("<uuid:pk>/delete/", dashboard.delete, name="delete"),
]
