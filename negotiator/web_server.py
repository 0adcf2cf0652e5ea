"""How gunicorn serves the site, in bin/run and in the container alike."""

from offers.briefs.press import PRESS

wsgi_app = "negotiator.wsgi"
worker_class = "gthread"
workers = 2
threads = 4
preload_app = True
timeout = 60
graceful_timeout = 10
control_socket_disable = True
loglevel = "warning"
# The path alone: queries and referrers may carry what a person typed.
accesslog = "-"
access_log_format = "%(t)s %(h)s %(m)s %(U)s %(s)s %(b)s bytes %(M)s ms"


def post_worker_init(worker: object) -> None:
    """Starts what makes PDFs beside the worker, so that the first brief need not wait until it has loaded."""
    PRESS.start()
