"""Documents in their turn: each is made while its person reads that it is, and fetched when it is done."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from threading import BoundedSemaphore, Lock

from offers.briefs.press import PressError

QUEUE = 24  # Documents that wait for their turn, each a third of a second; a further one is refused.
MOST = 24  # Finished documents that nobody has fetched; the oldest go first.
SEATS = 3  # Of a worker's four threads one is always left for pages.


class Orders:
    """What this worker makes, by the key of each copy, so that asking again starts nothing twice."""

    def __init__(self) -> None:
        self._hand = ThreadPoolExecutor(1, thread_name_prefix="press")  # The press makes one at a time.
        self._orders: dict[str, Future[bytes]] = {}
        self._lock = Lock()
        self._seats = BoundedSemaphore(SEATS)

    def made(self, key: str, make: Callable[[], bytes], patience: float) -> bytes | None:
        """What `make` gives, or None while it takes longer; asked again with this key, it goes on.

        Waits so many seconds at the most, and not at all where others fill the threads that may wait.
        Raises `PressError` when too many are in line before it, and once whatever `make` raises.
        """
        with self._lock:
            order = self._orders.get(key) or self._begun(key, make)
        seated = self._seats.acquire(blocking=False)
        try:
            over = wait([order], timeout=patience if seated else 0).done
        finally:
            if seated:
                self._seats.release()
        if not over:
            return None
        with self._lock:
            self._orders.pop(key, None)
        return order.result()

    def _begun(self, key: str, make: Callable[[], bytes]) -> Future[bytes]:
        done = [key for key, order in self._orders.items() if order.done()]
        if len(self._orders) - len(done) >= QUEUE:
            raise PressError("too many at once")
        for old in done[: max(0, len(done) - MOST + 1)]:
            del self._orders[old]
        order = self._orders[key] = self._hand.submit(make)
        return order


ORDERS = Orders()
