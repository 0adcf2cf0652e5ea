"""The site's own addresses, every error page at /error/<status>/, and a page with every fault we look for."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from negotiator import urls as site
from offers.views.errors import error_page

FAULTY = """<!doctype html><html lang="en"><title>Faulty</title>
<main>
  <p style="color: red">Inline style</p>
  <img src="/static/img/mark.svg">
  <font color="#dddddd">Pale</font>
  <ul><li><a href="/">A</a></li><li><a href="/privacy/">B</a></li></ul>
  <p class="invalid-feedback">Wrong</p>
  <pre>{line}</pre>
</main>
<script src="http://elsewhere.invalid/script.js"></script>
<script>document.title = "inline"</script>"""


def error(request: HttpRequest, status: int) -> HttpResponse:
    return error_page(request, status, incident="5f0c2a91" if status == 500 else "")


def faulty(request: HttpRequest) -> HttpResponse:
    return HttpResponse(FAULTY.format(line="wide " * 200))


handler404 = site.handler404
urlpatterns = [*site.urlpatterns, path("error/<int:status>/", error), path("faulty/", faulty)]
