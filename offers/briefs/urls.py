from django.urls import path

from offers.briefs import views

app_name = "briefs"
urlpatterns = [
    path("briefs/", views.page, name="page"),
    path("briefs/<slug:kind>.pdf", views.pdf, name="pdf"),
]
