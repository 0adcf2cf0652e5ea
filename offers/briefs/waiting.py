"""Documents that take long: each is made while its person reads that it is, and fetched when it is done."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from threading import Lock

from offers.briefs.press import PLACES

MOST = 8  # Finished documents that nobody has fetched; the oldest go first.


class Orders:
    """What this worker makes, by the key of each copy, so that asking again starts nothing twice."""

    def __init__(self) -> None:
        # One more than the press has places: who finds none is told at once and does not queue.
        self._hands = ThreadPoolExecutor(PLACES + 1, thread_name_prefix="press")
        self._orders: dict[str, Future[bytes]] = {}
        self._lock = Lock()

    def made(self, key: str, make: Callable[[], bytes], patience: float) -> bytes | None:
        """What `make` gives, or None while it takes longer; asked again with this key, it goes on.

        Raises what `make` raises, once.
        """
        with self._lock:
            if key not in self._orders:
                self._forget()
                self._orders[key] = self._hands.submit(make)
            order = self._orders[key]
        if not wait([order], timeout=patience).done:
            return None
        with self._lock:
            self._orders.pop(key, None)
        return order.result()

    def _forget(self) -> None:
        done = [key for key, order in self._orders.items() if order.done()]
        for key in done[: max(0, len(done) - MOST + 1)]:
            del self._orders[key]


ORDERS = Orders()
