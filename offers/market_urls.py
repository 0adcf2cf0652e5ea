from django.urls import path

from offers.views import market

app_name = "market"
urlpatterns = [path("", market.look_up_page, name="look-up")]
