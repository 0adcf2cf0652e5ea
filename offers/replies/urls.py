from django.urls import path

from offers.replies import views

app_name = "replies"
urlpatterns = [
    path("", views.page, name="page"),
    path("rehearse/", views.rehearse, name="rehearse"),
]
