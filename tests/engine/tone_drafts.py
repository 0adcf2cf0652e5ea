"""Sentences that are wrong against a record, and counters with every part but one, each with its code."""

# Against a target of 95,000, a walk-away of 79,000, no other offer, and Globex as a recorded name.
RECORD = (
    ("G1", "I am looking for 88,000 to 95,000."),
    ("G1", "Could we settle between 85k and 90k?"),
    ("G1", "My range is 86–92k."),
    ("G2", "I would like 78,000 to 96,000."),
    ("G2", "I hope for 75-100k."),
    ("G2", "Could you do between 78,500 and 90,000?"),
    ("G3", "I would like 90,000 to 100,000."),
    ("G3", "I am hoping for 94-99k."),
    ("G3", "Could we look at $90,000 up to $105,000?"),
    ("G4", "I would like 95,000 to 105,000."),
    ("G4", "Could we look at 96–104k?"),
    ("G4", "I propose EUR 95,000 - EUR 110,000."),
    ("G5", "I would like 95,000 to 125,000."),
    ("G5", "I am looking for 100k-130k."),
    ("G5", "Could you go between 96,000 and 120,000?"),
    ("H1", "I have another offer."),
    ("H1", "I am in the last rounds elsewhere."),
    ("H1", "There is a competing offer on my table."),
    ("H1", "I am weighing two offers."),
    ("H1", "I have a better offer in hand."),
    ("H1", "Someone else offered me more."),
    ("W1", "I would stay for 79,200."),
    ("W1", "A base of 79k would do."),
    ("W1", "Around seventy-nine thousand is fine."),
    ("C1", "The people at Globex were quick."),
)
# A counter with every part but one.
_OPEN = "I am excited about the role and the team."
_ASK = "Based on the posted range, could we look at a base of 88,500?"
_ELSE = "If the base is fixed, a sign-on bonus would help as well."
_MORE = (
    "The plan that you showed me for the next year is the work I want to do, and it will go well, I think. "
    "The people I met were open and clear, and I know what the first months will bring. "
    "I have gone through the whole letter twice, and everything else in it is clear to me as it stands."
)


def _counter(*sentences: str) -> str:
    return " ".join((*sentences, _MORE))


SHORT_COUNTERS = (
    ("N1", _counter(_OPEN, "Based on the posted range, could we look at a better base?", _ELSE)),
    (
        "N1",
        _counter(
            _OPEN, "The market range is higher. Could you raise it?", _ELSE, "It would close the matter."
        ),
    ),
    ("N1", _counter(_OPEN, "Given the scope, could the base be ten per cent higher?", _ELSE)),
    ("N2", _counter(_OPEN, "Could we look at a base of 88,500?", _MORE, _ELSE)),
    ("N2", _counter(_OPEN, _MORE, "I would like 95,000.", _ELSE, "Could you ask?")),
    ("N2", _counter(_OPEN, _MORE, "Is 88.5k possible?", _ELSE)),
    ("N3", _counter(_OPEN, _ASK, "I would be glad of an answer by Friday.")),
    ("N3", _counter(_OPEN, "Given the scope, is 88,500 possible?", "Could you tell me by Monday?")),
    ("N3", _counter(_OPEN, "In line with the median, I had 88.5k in mind.", "What do you think of it?")),
    ("N4", _counter("I have read the offer for your team.", _ASK, _ELSE)),
    ("N4", _counter("Your letter has come.", "I would take on the team in May.", _ASK, _ELSE)),
    ("N4", _counter("This is about the base.", "The team needs a lead.", _ASK, _ELSE)),
    ("N5", _counter(_OPEN, "Based on the posted range, I had expected a base of 88,500.", _ELSE)),
    ("N5", _counter(_OPEN, "Given the scope, 88,500 is the right base.", _ELSE, "That is all for today.")),
    ("N5", _counter(_OPEN, "In line with market data, I ask for 88.5k.", _ELSE)),
    ("N6", _counter("Thank you. Thanks again. I am grateful.", _OPEN, _ASK, _ELSE)),
    ("N6", _counter("Thank you for the call.", _OPEN, _ASK, "I appreciate it.", _ELSE, "Thank you!")),
    ("N6", _counter("Many thanks, and thank you.", _OPEN, _ASK, _ELSE, "Thanks in advance.")),
    ("N7", f"{_OPEN} {_ASK} {_ELSE}"),
    ("N7", _counter(_OPEN, _ASK, _ELSE, *(_MORE,) * 4)),
    ("N7", _counter(_OPEN, _ASK, _ELSE, *(_MORE,) * 9)),
    (
        "N8",
        _counter(
            _OPEN,
            _ASK,
            "I would also like five more days of leave, a later start and a laptop.",
            _ELSE,
        ),
    ),
    ("N8", _counter(_OPEN, _ASK, "Could you add equity, relocation and a learning budget?", _ELSE)),
    (
        "N8",
        _counter(
            _OPEN,
            "Given the scope, I want 88,500 base, 20% bonus, a grant, and two days from home.",
            _ELSE,
            "Could you?",
        ),
    ),
)
