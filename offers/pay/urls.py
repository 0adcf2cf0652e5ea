from django.urls import path

from offers.pay import views

app_name = "pay"
urlpatterns = [path("", views.pay, name="page")]
