"""Runs statements of the road."""

from typing import Any

from django.db import connection
from psycopg.sql import Composable


def execute(statement: Composable) -> int:
    """Runs a statement and says how many rows it wrote."""
    with connection.cursor() as cursor:
        cursor.execute(statement.as_string(cursor.connection))
        return int(cursor.rowcount)


def fetch(statement: Composable) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement.as_string(cursor.connection))
        return list(cursor.fetchall())
