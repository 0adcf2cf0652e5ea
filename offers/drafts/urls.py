from django.urls import path

from offers.drafts import views

app_name = "drafts"
urlpatterns = [
    path("", views.drafts, name="list"),
    path("new/", views.new, name="new"),
    path("<uuid:draft>/", views.edit, name="edit"),
    path("<uuid:draft>/check/", views.check, name="check"),
    path("<uuid:draft>/sent/", views.send, name="send"),
]
