from django.urls import path

from offers.briefs import views

app_name = "briefs"
urlpatterns = [path("brief.pdf", views.brief, name="brief")]
