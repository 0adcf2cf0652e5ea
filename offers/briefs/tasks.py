"""The job that takes away finished documents."""

from procrastinate.contrib.django import app

from offers.briefs.copies import forget


@app.periodic(cron="7 * * * *")
@app.task(name="forget_copies", queueing_lock="forget_copies")
def forget_copies(timestamp: int) -> None:
    forget()
