"""Wordings that press: ultimatum, threat, demand, entitlement, disparagement."""

import re

from offers.engine.reason import PRACTITIONER, Grade
from offers.engine.tone_finding import Severity
from offers.engine.tone_patterns import AMOUNT, I_WILL, Wording, remark
from offers.engine.tone_sources import DISPARAGE, FELT, IMPASSE, REQUEST
from offers.engine.tone_text import any_of

_BETTER = r"(?:higher|better|bigger|larger|improved|increased|raise|raised|increase|improvement)"
_CHECKS_IT = r"(?: (?:also |then |now |first )?(?:review|read|look|check|go (?:over|through)|see|need))"
_REPORTED = re.compile(
    r"^\W*(?:(?:and|but|so|or|also),? )?(?:is|are|was|does|do|did|would|which|what)\b|\bwhether\b"
    r"|\bif (?:the|this|that|these|it|your|there)\b|\bnot (?:a |that it is a |be )?$|n't (?:a |be )?$"
    r"|\bno $|\bif $"
    r"|\byou (?:said|wrote|mentioned|told|explained|call|called|describe|described|consider)\b"
    r"|\bi (?:understand|see|gather|hear|heard|know|assume)\b|\byour (?:best and )?$"
)
_DENIED = re.compile(
    r"(?:\b(?:not|never|no|nor|without)\b|n't)(?:(?!\b(?:but|and|because|so|why|yet)\b)[^,;]){0,40} $"
)
ULTIMATUM = Wording(
    pattern=re.compile(
        any_of(
            "take it or leave it",
            "non[- ]?negotiable|not negotiable",
            r"not (?:up for|open to) (?:discussion|debate|negotiation)",
            r"my (?:best and )?final (?:offer|number|ask|position|answer|word|figure|price)",
            r"my last (?:offer|number|ask|word|price)(?! (?:letter|of))",
            r"this is (?:the|my) (?:best and )?(?:final|last) (?:offer|number|ask|answer|word|figure)",
            r"this is my (?:final|last) position",
            r"(?:this is|that's|that is) (?:my )?best and final",
            r"or else(?= i\b| we\b| you\b| there\b|[.!]|$)",
            r"or (?:there is|there's|it's|it is|we have) no deal",
            r"or no deal|(?<!all )or nothing(?=[.,!;]|$)",
            r"(?:, |: |; |- )(?:my )?final (?:offer|answer)",
            r"or the deal is off",
            r"(?:a )?deal[- ]?breaker(?! for (?!me\b))",
            r"(?:not|nothing) (?:a|one) (?:cent|penny|euro|dollar|pound) less",
            r"nothing less than",
            r"(?:your )?last chance",
            r"you (?:must|have to) (?:answer|reply|respond|decide|confirm|tell me|let me know)"
            r"[^.?!\n]{0,30} (?:by|before|until|within|today|tomorrow)",
        )
    ),
    unless_before=_REPORTED,
    remark=remark(
        "U1",
        Severity.FIX,
        "An ultimatum makes the other side angry, and anger is what ends talks.",
        "With this number I could say yes this week; how near can you come?",
        IMPASSE,
        Grade.A,
    ),
)
THREAT = Wording(
    pattern=re.compile(
        any_of(
            rf"(?:otherwise|or|or else|if not),? {I_WILL}(?: have to| be forced to"
            rf"| need to)? (?:walk(?: away| out)?"
            r"(?=[.,!;]|$| from)|decline(?! the (?:invitation|meeting|call))|reject|withdraw|look elsewhere"
            r"|leave(?=[.,!;]|$)|sign (?:elsewhere|with)"
            r"|go with (?:the other|the competing|another|them|someone|my other|a different|your competitor)"
            r"|pass(?=[.,!;]|$| on (?:this|the|your) (?:offer|role|job|position|opportunity|package)))",
            r"(?:otherwise|or|or else),? i walk(?: away)?(?=[.,!;]|$)",
            rf"{I_WILL}(?: have to| be forced to)? (?:walk|decline(?! the (?:invitation|meeting|call))|reject"
            r"|withdraw|look elsewhere|quit|leave(?= (?:if|unless|otherwise|the process)))[^.?!\n]{0,30}"
            r" (?:unless|otherwise|if (?:you|this|it|that|we|nothing)\b[^.?!\n]{0,25}(?:n't| not|cannot))",
            r"if (?:you|the company) (?:don't|do not|can't|cannot|won't|will not|doesn't|does not) (?:match"
            r"|raise"
            r"|increase|improve|meet|pay|offer|move|do (?:it|this|that|better))\b[^.?!\n]{0,40}"
            rf" (?:i(?:'m| am) (?:gone|out|leaving|off)|{I_WILL} (?:have to |be forced to )?(?:walk|decline"
            rf"|reject"
            r"|withdraw|look elsewhere|leave|go with (?:the other|another|them|my other|someone)))",
            r"unless (?:you|the company|they) (?:can )?(?:match|raise|increase|improve|beat|go(?:es)? (?:up"
            r"|higher|to)"
            rf"|pays? (?:me|at least|more|{AMOUNT})|offers? (?:me|at least|more|{AMOUNT})"
            rf"|meets? (?:my|me|{AMOUNT}))(?:e?s)?",
            r"i(?:'ll| will) (?:walk away(?! with)|go elsewhere)",
            r"i(?:'m| am) (?:ready|prepared|happy|willing|going) to walk(?: away)?(?! (?:to|you|through))",
            r"(?:will|'ll) (?:take|accept|sign) (?:it|theirs|the other (?:offer|one)) (?:if|unless) you",
            r"you(?:'ll| will| are going to|'re going to) (?:regret|lose (?:me|out|a (?:good|great|strong"
            r"|top)"
            r"|this (?:candidate|chance)|the (?:candidate|chance|best)))",
            r"(?:it's|it is|it will be) your loss|don't make me",
            rf"my (?:lawyer|attorney|solicitor) (?:will|would|is going to)(?!{_CHECKS_IT})",
            r"(?:hear|hearing) from my (?:lawyer|attorney|solicitor)|(?:this|that|it)(?: is|'s) (?:illegal"
            r"|unlawful)",
            r"(?:speak|talk) (?:to|with) my (?:lawyer|attorney|solicitor) about (?:this|you|it)"
            r"(?! (?:clause|contract|section|letter|plan|term|point|part))",
            r"(?:involve|call|send|get|bring in|instruct) (?:my|a) (?:lawyer|attorney|solicitor)",
            r"legal action|take (?:you|this|the company) to court|sue (?:you|the company)",
            r"report (?:you|this|the company) to|file a complaint|you(?:'re| are) breaking the law",
        )
    ),
    remark=remark(
        "U2",
        Severity.BLOCK,
        "A threat may win one round, but you will work with these people; how it felt lasts longest.",
        "I want this to work; is there a way to …?",
        FELT,
        Grade.C,
    ),
)
DEMAND = Wording(
    pattern=re.compile(
        any_of(
            r"i (?:must |have to |do )?(?:demand|insist)",
            r"my demands?(?! (?:forecast|planning|generation|model|team|curve|side))",
            r"i (?:fully |would |'d )?(?:require|expect) (?:at least|no less|nothing less|nothing below"
            rf"|an? (?:\w+ )?(?:{_BETTER}|sign-?on|signing|bonus|salary)|you to|{AMOUNT})",
            r"(?:you|the company) should (?:match|do better|pay (?:me|more)|offer (?:me|more)|raise (?:my"
            r"|the) )",
            r"(?:you|the company)(?:'ll| will| simply| really)? (?:must|need to|have to) (?:match|beat"
            r"|increase"
            r"|offer (?:me|more)|pay(?! attention| for the)|do better|raise (?:my|the (?:base|salary|offer"
            r"|number|pay)|your))",
            r"you(?:'d| had) better (?:match|raise|increase|offer|pay)",
            r"make it happen",
        )
    ),
    unless_before=re.compile(r"\b(?:if|do|whether|would|when|where|unless) $|\bsee how (?:you|we) can $"),
    remark=remark(
        "U3",
        Severity.FIX,
        "A request or a wish got better answers than a demand for the same thing.",
        "I would like …; is that possible?",
        REQUEST,
        Grade.C,
    ),
)
ENTITLED = Wording(
    pattern=re.compile(
        any_of(
            r"i(?: really| truly| clearly| simply| know i)? deserve",
            r"i(?:'m| am) (?:clearly |certainly |easily )?worth(?! (?:a call|talking|a conversation))",
            r"i(?:'m| am) owed(?! \w+ (?:days|weeks))",
            r"(?<!what )(?<!which )(?<!whether )(?<!if )(?<!days )(?<!leave )(?<!everything )i(?:'m"
            r"| am) entitled",
            r"(?:my|know my) (?:true |real |own )?worth",
            r"any(?:one|body| other company| other employer)(?: else)? would pay",
            r"(?:someone|people|a person|candidates) (?:like me(?! who| to)|of my cali(?:ber|bre))",
            r"i should be (?:paid|making|earning|getting)(?! (?:monthly|weekly|yearly|every|in|on|by)\b)",
        )
    ),
    unless_around=re.compile(
        r"\bentitled to (?:[^\s.?!]+ ){0,4}(?:leave|holiday|vacation|days|notice|overtime)\b"
    ),
    remark=remark(
        "E1",
        Severity.FIX,
        "A claim about yourself gives the recruiter nothing to pass on; the market and the job do.",
        "The posted range and my years in such work point to …",
        PRACTITIONER,
        Grade.D,
    ),
)
DISPARAGING = Wording(
    pattern=re.compile(
        any_of(
            r"low[- ]?ball(?:s|ed|ing)?",
            "insult(?:s|ing|ed)?",
            "disappoint(?:ed|ing|ment)(?! to (?:miss|leave|lose))",
            "ridiculous(?:ly)?|laughable|pathetic|absurd(?:ly)?|offensive|stingy|peanuts",
            "unacceptable|not acceptable|unfair(?:ly)?(?! to (?!me\\b))",
            r"(?:a|some kind of a) joke(?! that| about)|joke of an offer|slap in the face",
            "below my worth|not good enough|underwhelm(?:ed|ing)",
            r"(?:far|way|much|shockingly|embarrassingly) too low",
        )
    ),
    unless_before=_DENIED,
    remark=remark(
        "E2",
        Severity.FIX,
        "Running the offer down got lower counter-offers and cost trust.",
        "The number I had in mind is nearer to …",
        DISPARAGE,
        Grade.C,
    ),
)
