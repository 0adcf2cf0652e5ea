"""Wordings that give something away: colleagues, own pay, the least that would do, a yes too early."""

import re

from offers.engine.reason import ASSUMPTION, PRACTITIONER, Grade
from offers.engine.tone_finding import Severity
from offers.engine.tone_patterns import AMOUNT, Wording, remark
from offers.engine.tone_sources import BARGAINING, HISTORY
from offers.engine.tone_text import any_of

_CANNOT = r"(?:can't|cannot|can not|couldn't|could not|won't|will not|wouldn't|would not)"
_LESS = r"(?:below|lower than|under|less than|for less)"
_TIME = r"(?: (?:\S+ ){1,2}(?:minutes?|hours?|days?|weeks?|months?|years?)\b)"
_MAYBE = re.compile(
    r"\bif\b|\b(?:before|once|until|till|when|whenever|after|should|unless|whether|can|may|could|do|did|would"
    r"|what|how|where|as soon as|so that|by the time|the day) $"
)
COLLEAGUE = Wording(
    pattern=re.compile(
        r"\b(?:my (?:\w+ )?(?:friend|colleague|co-?worker|contact)|a (?:\w+ )?(?:friend|colleague|co-?worker)"
        r"|(?:someone|somebody|people|others?|one person) (?:on|in|from) (?:your|the) (?:team|company"
        r"|department)"
        r"|[a-z]+ (?:on|from|in) your (?:team|department|office))\b[^.?!\n]{0,40}?"
        rf"(?:\b(?:earns?|is paid|are paid|is making|are making|is earning)\b|\b(?:makes?|gets?|is on"
        rf"|are on|has)"
        rf" (?:paid|more than|as much|{AMOUNT}|(?:a )?(?:higher|better) (?:salary|base|pay))"
        r"|\btold me (?:what|how much|that|about|his|her|their|the)[^.?!\n]{0,20}\b(?:earns?|paid|pay|salary"
        r"|salaries|make)\b)"
        r"|\b(?:friend|colleague|co-?worker)'s (?:salary|pay|base|package)\b"
    ),
    unless_before=re.compile(r"\b(?:whether|if) $"),
    remark=remark(
        "C2",
        Severity.BLOCK,
        "This exposes a colleague, and a pay team cannot use it.",
        "As I read the range for this level, …",
        PRACTITIONER,
        Grade.D,
    ),
)
OWN_PAY = Wording(
    pattern=re.compile(
        any_of(
            rf"i (?:currently |now |presently |already )?(?:make|earn|get) {AMOUNT}",
            r"i (?:currently|now|presently|already) earn",
            r"i earn (?:more|less|well|only)",
            rf"i(?:'m| am) (?:currently |now |already )?(?:on|paid|making|earning|getting) {AMOUNT}",
            r"i(?:'m| am) (?:currently|now) (?:paid|earning)(?! (?:a|an|my)\b)",
            rf"i (?:was|used to be|have been) (?:making|earning|paid|on) {AMOUNT}",
            r"i used to (?:make|earn)",
            r"my (?:current|previous|last|present|existing|old|former) (?:\w+ )?(?:salary|pay|base"
            r"|compensation"
            "|package|wage|income|earnings)",
            r"my (?:current|previous|last|present|former) (?:job|employer|company) pays",
        )
    ),
    unless_around=re.compile(
        r"(?:\b(?:not|never|without)|n't|\brather not|\binstead of)(?: [^\s.?!]+){0,4} (?:shar|discuss"
        r"|disclos"
        r"|giv|talk"
        r"|go into|mention|bas|tie|tied|us|depend|rely|relate)\w*\b|\bconfidential"
    ),
    remark=remark(
        "C3",
        Severity.FIX,
        "Your own pay pulls the number towards it, and in many places they may not ask for it.",
        "Delete it; speak of the market and the level.",
        HISTORY,
        Grade.C,
    ),
)
FLOOR = Wording(
    pattern=re.compile(
        any_of(
            r"(?:(?:(?:the|my|at) )?(?:absolute |very |bare )?(?:lowest|minimum|bottom line|floor)|(?:the"
            r"|my) (?:very )?least)"
            r"(?: (?:salary|base|amount|number|figure|pay|offer|package|rate))?(?: that| which)?(?: is"
            r"| is what)?,?"
            r" i(?:'d| would|'ll| will| can| could|'m| am)? ?(?:(?:ever|possibly|actually|still|willing"
            r"|prepared|able|to|be)"
            r" ){0,4}(?:accept|take|go|consider|work for|agree|settle|live with)",
            r"my (?:absolute |very |bare )?(?:minimum|floor|bottom line|lowest (?:number|figure|salary|base"
            r"|offer))"
            r"(?: (?:is|would be|salary|base|number|stands|remains)|(?= ?[:=-] ?[$€£\d]))",
            r"walk[- ]?away (?:number|point|figure|price|salary|base)|reservation price",
            rf"i {_CANNOT} (?:go|accept|take|consider|work for|do|settle for|sign for|join for|agree to)"
            rf"(?: anything| it| this| a base| a salary| an offer| any offer)? (?:for )?{_LESS}(?!{_TIME})",
            r"i(?:'d| would| could| can|'ll| will)(?: still| even)? (?:accept|take|go|settle for)(?: for)?"
            r" (?:as little as|as low as|down to)",
            rf"i (?:could|can|would) live with {AMOUNT}",
            rf"i(?:'d| would)?(?: really)? need (?:at least|a minimum of) {AMOUNT}",
            rf"anything (?:above|over) {AMOUNT} (?:is|would be|works|will do)",
        )
    ),
    remark=remark(
        "W1",
        Severity.BLOCK,
        "This gives away the least you would take, and then nobody has a reason to offer more.",
        "Delete it.",
        BARGAINING,
        Grade.C,
    ),
)
ACCEPTANCE = Wording(
    pattern=re.compile(
        any_of(
            r"i (?:hereby |gladly |happily |formally |officially |now )?accept(?! (?:that\b|there\b"
            r"|your (?:point|reason|view"
            r"|explanation)|the (?:point|reason|limit|constraint|explanation|meeting|call|invitation)"
            r"|this (?:limit|constraint|point)))",
            r"i(?:'m| am) (?:very |so |really )?(?:happy|glad|pleased|delighted|ready"
            r"|thrilled) to (?:be able to )?accept"
            r"(?=[.,!;]|$| (?:it|and|with|under|on)\b| (?:the|your|this) (?:\w+ )?(?:offer|position|role"
            r"|job|terms|package"
            r"|contract)\b)|i(?:'m| am) accepting",
            "we have a deal|count me in(?! for)|consider this my acceptance",
            r"i(?:'ll| will) (?:gladly |happily )?take (?:it|the (?:job|offer|role|position))(?=[.,!;]|$"
            r"| and\b)",
            r"i (?:have |'ve )?(?:decided to )?accept(?:ed)? (?:your|the) offer",
            r"(?:the answer is|it's a) yes",
        )
    ),
    unless_before=_MAYBE,
    remark=remark(
        "A1",
        Severity.BLOCK,
        "These words may conclude the contract before anything is agreed.",
        "Keep the yes for the acceptance letter.",
        ASSUMPTION,
        Grade.E,
    ),
)
