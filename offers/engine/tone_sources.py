"""The studies behind the checks of a draft, as they are printed beside a finding."""

from offers.engine.reason import Source

IMPASSE = Source(
    author="Petrowsky et al.",
    year=2025,
    title="The power and peril of first offers in negotiations",
    url="https://doi.org/10.1016/j.obhdp.2025.104448",
)
REQUEST = Source(
    author="Maaravi, Idan & Hochman",
    year=2019,
    title="And sympathy is what we need my friend",
    url="https://doi.org/10.1371/journal.pone.0212306",
)
FELT = Source(
    author="Curhan, Elfenbein & Kilduff", year=2009, title="field survey of how a job negotiation felt"
)
DISPARAGE = Source(author="Lee & Ames", year=2017, title="I can't pay more versus It's not worth more")
LOW_POWER = Source(author="Schaerer, Swaab & Galinsky", year=2015, title="Anchors weigh more than power")
BARGAINING = Source(author="Raiffa", year=1982, title="The Art and Science of Negotiation")
PRECISION = Source(
    author="Loschelder, Friese, Schaerer & Galinsky",
    year=2016,
    title="five experiments on precise first offers",
    url="https://doi.org/10.1177/0956797616666074",
)
GRATITUDE = Source(author="Yip, Lee, Chan & Brooks", year=2018, title="Thanks for nothing")
TWO_PART = Source(
    author="Bowles & Babcock", year=2013, title="two experiments on reasons that also serve the team"
)
HISTORY = Source(title="salary-history laws of many places; the effect on the number by analogy", year=2026)
