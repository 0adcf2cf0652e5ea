from django.urls import path

from offers.outcome import views

app_name = "outcome"
urlpatterns = [
    path("", views.page, name="page"),
    path("heard/", views.heard, name="hear"),
    path("heard/<uuid:entry>/remove/", views.remove, name="remove"),
    path("review/", views.review, name="review"),
    path("decision/", views.decision, name="decide"),
    path("reopen/", views.again, name="reopen"),
]
