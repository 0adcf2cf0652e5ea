from django.urls import path

from offers.drafts import views

app_name = "drafts"
urlpatterns = [
    path("", views.drafts, name="list"),
    path("new/", views.new, name="new"),
    path("<uuid:draft>/", views.edit, name="edit"),
    path("<uuid:draft>/check/", views.check, name="check"),
    path("<uuid:draft>/sent/", views.send, name="send"),
    path("<uuid:draft>/not-sent/", views.not_sent, name="not_sent"),
    path("<uuid:draft>/delete/", views.delete, name="delete"),
    path("<uuid:draft>/tone/", views.tone, name="tone"),
    path("<uuid:draft>/revisions/", views.revisions, name="revisions"),
    path("<uuid:draft>/revisions/<int:number>/restore/", views.restore, name="restore"),
    path("<uuid:draft>/message.eml", views.eml, name="eml"),
    path("<uuid:draft>/message.txt", views.txt, name="txt"),
]
