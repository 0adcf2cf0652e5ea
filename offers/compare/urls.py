from django.urls import path

from offers.compare import views

app_name = "compare"
urlpatterns = [
    path("", views.page, name="page"),
    path("currency/", views.home, name="home"),
    path("rate/", views.rate, name="rate"),
    path("points/", views.points, name="points"),
    path("points/open/", views.unlock, name="unlock"),
    path("<uuid:pk>/scores/", views.scores, name="scores"),
    path("<uuid:pk>/expected/", views.expected, name="expected"),
    path("<uuid:pk>/write/", views.write, name="write"),
]
