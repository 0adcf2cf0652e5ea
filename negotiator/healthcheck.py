"""Ask the web server beside us whether it is well: `python -m negotiator.healthcheck [PORT]`. Exit 1: no."""

import os
import sys
from http.client import HTTPConnection, HTTPException
from urllib.parse import urlsplit


def is_well(port: int) -> bool:
    """Whether /healthz answers 200; asked under the site's own name, as no other host is let in."""
    connection = HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", "/healthz", headers={"Host": urlsplit(os.environ["SITE_URL"]).netloc})
        return connection.getresponse().status == 200
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()


if __name__ == "__main__":
    sys.exit(not is_well(int(sys.argv[1]) if len(sys.argv) > 1 else 8000))
