"""How gunicorn serves the site, in bin/run and in the container alike."""

from threading import Timer
from typing import Any
from urllib.parse import quote

from gunicorn.glogging import Logger

from offers.briefs.press import PRESS
from offers.logs import without_keys


class QuietLogger(Logger):
    """Keeps private addresses of calendars out of the access log, and one line to a request."""

    def atoms(self, *facts: Any) -> dict[str, Any]:
        found: dict[str, Any] = super().atoms(*facts)
        return found | {"U": without_keys(quote(found["U"], safe="/:@!$&'()*+,;=~"))}


wsgi_app = "negotiator.wsgi"
worker_class = "gthread"
workers = 2
threads = 4
preload_app = True
timeout = 60
graceful_timeout = 10
logger_class = QuietLogger
control_socket_disable = True
loglevel = "warning"
# The path alone: queries and referrers may carry what a person typed.
accesslog = "-"
access_log_format = "%(t)s %(h)s %(m)s %(U)s %(s)s %(b)s bytes %(M)s ms"


# Pages come first: a worker that has just taken the place of another serves before anything else loads.
PDF_AFTER_SECONDS = 3


def post_worker_init(worker: object) -> None:
    """Starts what makes PDFs soon after the worker, so that the first brief need not wait for it."""
    timer = Timer(PDF_AFTER_SECONDS, PRESS.start)
    timer.daemon = True
    timer.start()
