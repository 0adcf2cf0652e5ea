"""Occupations, and the words that people have for them."""

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.contrib.postgres.search import SearchVector
from django.db import models
from django.db.models.functions import Lower

from offers.market.models.batches import Imported

WORDS = SearchVector("title", config="english")  # Without endings: nurses and nurse are one word.


class Occupation(Imported):
    """One occupation of one list: SOC with its groups, or O*NET with its finer ones."""

    scheme = models.CharField(max_length=10)  # "soc" or "onet"
    code = models.CharField(max_length=10)
    title = models.CharField(max_length=200)
    level = models.CharField(max_length=10)  # major, minor, broad, detailed
    description = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["code", "scheme"], name="occupation_once")]
        indexes = [
            models.Index(Lower("title"), name="occupation_lower"),
            GinIndex(OpClass(Lower("title"), name="gin_trgm_ops"), name="occupation_trigrams"),
            GinIndex(WORDS, name="occupation_words"),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"


class OccupationTitle(Imported):
    """A title that people use and the O*NET occupation it means; one title may mean several."""

    code = models.CharField(max_length=10)
    occupation = models.CharField(max_length=7)  # The code as wages have it: 15-1252.
    title = models.CharField(max_length=200)
    short = models.CharField(max_length=100)
    kind = models.CharField(max_length=10)  # "alternate", "reported" by people who do the work, or "ours"

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["title", "code", "kind", "short"], name="occupation_title_once")
        ]
        indexes = [
            models.Index(Lower("title"), name="occupation_title_lower"),
            GinIndex(OpClass(Lower("title"), name="gin_trgm_ops"), name="occupation_title_trigrams"),
            GinIndex(WORDS, name="occupation_title_words"),
        ]

    def __str__(self) -> str:
        return self.title
