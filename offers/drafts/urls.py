from django.urls import path

from offers.drafts import views

app_name = "drafts"
urlpatterns = [
    path("", views.drafts, name="list"),
    path("new/", views.new, name="new"),
    path("<uuid:draft>/", views.edit, name="edit"),
    path("<uuid:draft>/check/", views.check, name="check"),
    path("<uuid:draft>/sent/", views.send, name="send"),
    path("<uuid:draft>/tone/", views.tone, name="tone"),
    path("<uuid:draft>/revisions/", views.revisions, name="revisions"),
    path("<uuid:draft>/revisions/<int:number>/restore/", views.restore, name="restore"),
    path("<uuid:draft>/message.eml", views.eml, name="eml"),
    path("<uuid:draft>/message.txt", views.txt, name="txt"),
]
