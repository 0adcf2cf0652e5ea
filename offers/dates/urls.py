from django.urls import URLPattern

app_name = "dates"
urlpatterns: list[URLPattern] = []
