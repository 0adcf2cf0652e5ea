"""What a browser complains about while pages are used."""

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, WebError


def watch(context: BrowserContext, site: str, complaints: list[str]) -> None:
    """Appends to `complaints` every console error, uncaught exception and request to another host.

    An address that was opened on purpose and answers 404 or 409 is logged by Chromium as an error; the test
    that opened it looks at the status itself.
    """
    opened: set[str] = set()

    def on_request(request: Request) -> None:
        if request.is_navigation_request():
            opened.add(request.url)
        if not request.url.startswith((f"{site}/", "data:")):
            complaints.append(f"request to {request.url}")

    def on_console(message: ConsoleMessage) -> None:
        status_of_page = (
            message.text.startswith("Failed to load resource") and message.location["url"] in opened
        )
        if message.type in {"error", "warning"} and not status_of_page:
            complaints.append(f"{message.type} at {message.location}: {message.text}")

    def on_error(error: WebError) -> None:
        complaints.append(f"uncaught: {error.error}")

    context.on("request", on_request)
    context.on("console", on_console)
    context.on("weberror", on_error)
