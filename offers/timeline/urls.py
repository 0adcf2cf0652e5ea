from django.urls import path

from offers.timeline import views

app_name = "timeline"
urlpatterns = [path("", views.page, name="page")]
