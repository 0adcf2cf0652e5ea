from django.urls import path

from offers.views import dashboard

app_name = "offers"
urlpatterns = [
    path("", dashboard.dashboard, name="dashboard"),
]
