from django.urls import path

from offers.views import market, ranges

app_name = "market"
urlpatterns = [
    path("", market.look_up_page, name="look-up"),
    path("ranges/", ranges.ranges, name="ranges"),
    path("ranges/new/", ranges.new, name="new-range"),
    path("ranges/<int:pk>/", ranges.change, name="range"),
    path("ranges/<int:pk>/remove/", ranges.remove, name="remove-range"),
]
