from django.urls import path

from offers.dates import views

app_name = "dates"
urlpatterns = [
    path("dates/", views.dates, name="list"),
    path("dates/calendar/", views.make_feed, name="make-feed"),
    path("dates/calendar/revoke/", views.revoke_feed, name="revoke-feed"),
    path("offers/<uuid:pk>/dates/<slug:key>.ics", views.one, name="one"),
    path("calendar/<slug:token>.ics", views.feed, name="feed"),
]
