from django.urls import path

from offers.briefs import views

app_name = "briefs"
urlpatterns = [
    path("compare/comparison.pdf", views.comparison, name="comparison"),
    path("compare/comparison/", views.comparison_page, name="comparison-page"),
    path("<uuid:pk>/briefs/", views.page, name="page"),
    path("<uuid:pk>/briefs/<slug:kind>.pdf", views.pdf, name="pdf"),
    path("<uuid:pk>/briefs/<slug:kind>/", views.read_page, name="read"),
]
