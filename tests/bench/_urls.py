"""The addresses of the site, and the floors: a page with nothing on it, for anybody and for one signed in."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.urls import path

from negotiator.urls import handler400, handler403, handler404, handler500
from negotiator.urls import urlpatterns as site

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]


def bare(request: HttpRequest) -> HttpResponse:
    return HttpResponse("<!doctype html><title>Bare</title>")


urlpatterns = [path("bare/", bare), path("bare/mine/", login_required(bare)), *site]
