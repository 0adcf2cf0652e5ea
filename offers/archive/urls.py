from django.urls import path

from offers.archive import views

app_name = "archive"
urlpatterns = [
    path("", views.data, name="data"),
    path("download/", views.download, name="download"),
    path("delete/", views.delete, name="delete"),
]
