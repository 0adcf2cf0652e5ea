from django.urls import path

from offers.accounts.views import preferences

app_name = "accounts"
urlpatterns = [path("preferences/", preferences, name="preferences")]
