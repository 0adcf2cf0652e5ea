"""The parts of a message, as they are recognised in a draft: thanks, a date, a reason, a condition, a term.

Patterns are English and wide: they are there to see that a part is present, not to judge how well it is said.
"""

import re

from offers.engine.draft import Term
from offers.engine.tone_text import DATE, WEEKDAY, any_of


def part(*branches: str) -> re.Pattern[str]:
    """The branches as one pattern between word boundaries."""
    return re.compile(any_of(*branches))


_TERM_WORDS = {
    Term.SIGN_ON: r"sign(?:ing)?[- ]?on(?: bonus| payment)?|signing bonus|joining bonus",
    Term.CLAWBACK: r"claw ?-?backs?|repay(?:able|ment)?|paid back|pay back|pro-?rata repayment",
    Term.VESTING: r"vest(?:s|ing|ed)?|cliff",
    Term.EQUITY: r"equity|rsus?|restricted stock|stock options?|share options?|shares|grant",
    Term.REVIEW_DATE: r"(?:salary|pay|six-month|6-month|written) review|review (?:date|after|in|on)",
    Term.RELOCATION: r"relocation|moving costs",
    Term.LEARNING: r"(?:learning|training|education|conference|development) (?:budget|allowance|days)",
    Term.SEVERANCE: r"severance",
    Term.NOTICE: r"notice period",
    Term.EQUIPMENT: r"laptop|equipment|company (?:car|phone)",
    Term.START_DATE: r"start(?:ing)? (?:date|on|in|later|day)|first day|join(?:ing)? on|start",
    Term.PLACE: r"remote(?:ly)?|hybrid|from home|on[- ]site|based (?:in|at)|office|location|place of work",
    Term.LEAVE: r"annual leave|leave|vacation|paid time off|pto|holidays?(?= days| entitlement)|days off",
    Term.BONUS: r"bonus",
    Term.LEVEL: r"(?<!this )(?<!that )level|grade",
    Term.TITLE: r"(?:job )?title|(?:role|position|post|job) of|as (?:an?|your|the) (?!result|whole|follow)",
    Term.BASE: r"base(?! on|d)|salary|hourly rate|pay of",
}
TERMS = re.compile(
    r"\b(?:" + "|".join(rf"(?P<{term.name}>{words})" for term, words in _TERM_WORDS.items()) + r")\b"
)

OTHER_ITEM = part(
    *(
        words
        for term, words in _TERM_WORDS.items()
        if term not in (Term.BASE, Term.TITLE, Term.LEVEL, Term.NOTICE)
    )
)

ENTHUSIASM = part(
    "excit(?:ed|ing)|enthusiastic|thrilled|delighted|keen|glad|genuinely|eager",
    "look(?:ing)? forward|(?:top|preferred|first) choice|great fit|(?:very|really|so) (?:happy|pleased)",
    "would (?:still )?like (?:to (?:join|(?:take|have) (?:the|this) (?:role|job|position))"
    "|(?:the|this) (?:role|job|position))",
    "would love to|appeals? to me|appealing|drawn to|enjoyed|a pleasure|happy to (?:join|receive|have)",
)
THANKS = part("thank(?:s| you)", "grateful", "appreciate", "much obliged")
REASON = part(
    "based on|given (?:the|my|that|our|this|how)|because|since (?:the|my|it|this|that)|in line with"
    "|according to",
    r"market (?:data|range|rate|median|pay)|midpoint|median|(?:posted|pay|salary) range|benchmarks?|survey",
    r"(?:my|with) (?:\d+|two|three|four|five|six|seven|eight|nine|ten) years|my experience|(?:the )?scope",
    "at this level|for this level|reflects|comparable roles",
)
TEAM_REASON = part(
    "(?:your|the|our) (?:team|project|launch|roadmap|clients?|customers?|group|department|goals?|plans?"
    "|migration)",
    "full attention|from day one|take over|take on|contribute|deliver|build|lead",
)
FALLBACK = part(
    "alternatively|another (?:option|way)|as an alternative|instead|or else by",
    r"if (?:the )?(?:base|salary|band|budget|that|this)[^.?!\n]{0,60}(?:fixed|limited|constrained|capped"
    r"|set|not (?:possible"
    r"|movable)|isn't|is not|can't|cannot|firm|hard|difficult|at its limit|full|out of reach)",
    "open to|sign(?:ing)?[- ]?on(?: bonus)?|signing bonus|if not",
)
NEXT = re.compile(
    r"\?|\b(?:let me know|happy to (?:talk|discuss|jump|hop|call|speak)|could we|(?:glad|available|free"
    r"|welcome) to (?:talk"
    r"|discuss|call|speak)|look forward to (?:your|hearing)|please (?:tell|send|confirm|call)|next step"
    rf"|by (?:{WEEKDAY}|tomorrow|the \d)|(?:i|we)(?:'ll| will) (?:call|send|write|sign|return))\b"
)
QUESTION = re.compile(
    r"\?|\b(?:let me know|please (?:tell|send|share|confirm|let)|(?:could|can|would|will) you"
    r"|i would like to (?:know|ask))\b"
)
DATED = re.compile(rf"{DATE}|\b(?:{WEEKDAY}|tomorrow|tonight|end of (?:the |this |next )?(?:day|week))\b")
# A day, or so long after an offer that is still to come.
PROMISED = re.compile(
    rf"{DATED.pattern}|\bwithin (?:a|one|two|three|four|five|\d{{1,2}}) (?:(?:business|working) )?"
    r"(?:days?|weeks?)\b"
)
REQUESTED = part(
    "could (?:we|you|it)|can (?:we|you)|would you|would it be|may i ask|i(?:'d| would) (?:also )?(?:like"
    "|want|ask"
    "|prefer|need)",
    "i want|please (?:add|raise|increase|consider|include)|i(?:'m| am) (?:asking|looking|hoping)"
    "|is there (?:any )?room",
    "how about|i (?:ask|propose|suggest|request|hope)|we (?:add|move|raise|include)|my (?:ask|request)s?",
)
ITEM = r"(?:base|salary|pay|bonus|offer|package|number|sign-?on|signing|grant|equity|title|level|leave)"
NEGOTIATION = part(
    r"negotiat\w+|counter[- ]?(?:offer|proposal)s?",
    rf"(?:higher|better|larger|bigger|improved|increased|more) (?:\w+ )?{ITEM}(?! (?:detail|information)s?)",
    rf"(?:increase|raise|improve|lift|revisit|adjust|bump|move)(?: up)? (?:the|my|your|this)(?: \w+)? {ITEM}",
    "(?:closer|nearer) to|any (?:room|flexibility)|more money",
)
NEW_ASK = part(
    r"(?:could|can|may) (?:you|we|i|it) (?:\w+ )?(?:also )?(?:add|get|have|include|increase|raise|move"
    r"|improve|revisit|offer)",
    "one (?:more|last|final|further) (?:thing|request|ask|point)|would it (?:also )?be possible"
    "|i would (?:also )?like to ask",
    r"negotiat\w+|counter[- ]?offer|any room|is there (?:any )?(?:room|flexibility)",
)

REVIEWS = part(
    "review(?:ed|ing)?|read(?:ing)?|go(?:ing)? (?:through|over)|look(?:ing)? (?:at|over|through)"
    "|study(?:ing)?|consider(?:ing)?"
)
MISSING_PIECE = part(
    "level|grade|band|range|bonus|equity|share price|strike|claw ?-?back|repay\\w*|deadline|leave|benefits"
    "|pension|reporting line",
    "vesting|written offer|in writing|details|start date|manager|report to",
)
RANGE = part("(?:pay |salary |posted |compensation |base )?(?:range|band|bracket|scale)s?")
CONSTRAINT = part(
    r"(?:i understand|i see|i appreciate|thank you for (?:explaining|telling|being|checking|your)"
    r"|thanks for|you (?:mentioned|said|wrote"
    r"|explained)|since|as|given that|now that|i know|i hear|with)[^.?!\n]{0,90}(?:band|base|budget|limit"
    r"|fixed|caps?|capped|ceiling"
    r"|policy|cannot|can't|range|not possible|constraint|approval|equity|room|firm|team|midpoint|maximum)"
)
CONDITION = part("if", "with (?:that|this|either|both)", "in (?:that|either) case", "provided")
SIGNS = part(
    "sign(?! ?-?on|ing)", "accept", "commit", "say yes", "confirm", "agree", "return the (?:signed|contract)"
)
OTHER_STAGE = part(
    "final (?:conversations?|rounds?|stages?|interviews?|talks)|(?:written|verbal|another|other|competing"
    "|second) offer",
    "offer in (?:hand|writing)|last (?:round|stage|interview)|(?:second|third|next|on-?site) (?:round"
    "|interview)|expect (?:an|their) offer",
    "interview(?:ing|s)?|in process|process (?:elsewhere|with)|offer elsewhere",
    r"(?:company|employer|firm)\b[^.?!\n]{0,40}\boffer(?:ed)?",
)
DIFFERENCE = part(
    "differs?|difference|different|higher|lower|more|less|larger|longer|shorter|better|above|below|gap"
    "|stronger|slightly",
)
SETTLES = part(
    "(?:would|will|to) settle|settles|would (?:let|allow|enable|make|decide|close)|what would|(?:could|can"
    "|would|will) (?:sign|stop"
    "|close|decide|say yes|withdraw|end|be able|accept)|would be (?:done|enough)",
)
REFERENCE = part(
    r"(?:my|the|our) (?:\w+ )?(?:message|mail|e-?mail|note|counter|proposal|request|letter|questions?|call"
    r"|conversation)",
    "i (?:wrote|sent|asked|shared|proposed)|we (?:spoke|talked|discussed)|follow(?:ing)?[- ]?up|following up",
)
OPEN_ENDED = part(
    "as long as possible|indefinitely|for a while|whenever (?:i|you|it)|a bit longer|a little longer"
    "|no fixed date",
    r"(?:some |a (?:bit|little) |any )more time(?! (?:until|to|till|by))",
)
WHY = part(
    "because|so that|in order to|as (?:i|my|the|we)|since (?:i|my|the|we)|due to|to (?:read|review|compare"
    "|talk|speak|discuss|finish"
    "|complete|go|have|check|make)|the reason",
)
NO_DELAY = part(
    r"(?:not|n't|no|without|nothing)[^.?!\n]{0,40}(?:delay\w*|hold\w*|slow\w*|wait\w*|chang\w*|affect\w*"
    r"|stop\w*|mov\w*)",
    "in the meantime|meanwhile|in parallel|until then|continues?|carry on|keep(?:s)? moving|as planned"
    "|stays the same|remains",
)
ACCEPTS = part(
    r"i (?:\w+ )?accept",
    r"i am (?:\w+ )?accepting",
    r"accept (?:your|the|this) (?:\w+ )?(?:offer|position|role|job)",
)
# What stands right before the amount that a text calls the base.
BASE_IS = re.compile(r"\b(?:base|salary)(?: salary| pay)?(?::| of| is| at)? (?:[a-z]{3} ?)?\Z")
CONTRACT = part(
    "subject to|conditional (?:on|upon)|on receipt of|once (?:the|i have|you)[^.?!\n]{0,40}contract|upon"
    "|as soon as",
    "written (?:contract|agreement|confirmation)|(?:background|reference) checks?|signed contract"
    "|contract (?:that|to sign)"
    "|employment contract|send (?:me )?the contract",
)
DECLINES = part(
    "(?:will|shall|would) not be (?:joining|accepting|taking|able)|won't be (?:joining|accepting|taking"
    "|able)",
    r"(?:will not|won't|cannot|can't|unable to|not able to)(?: \w+)? (?:join|accept|take)|declin(?:e|ing)"
    r"|withdraw(?:ing)?",
    "decided (?:not|against)|decided to (?:decline|stay|take|pursue)|not (?:to )?(?:join|accept)",
)
DOOR_OPEN = part(
    "(?:stay|keep|be|remain) in (?:touch|contact)|future|paths|cross again|another time|hope (?:to|we|that)"
    "|again|door",
    "would be glad to (?:talk|hear)|down the road|another role",
)
COMPARISON = part(
    "(?:better|higher|stronger|larger|bigger|more attractive|more generous) (?:\\w+ )?(?:offer|package"
    "|salary|pay|base|role|opportunity)",
    "(?:than|compared (?:to|with)) (?:yours|your (?:offer|company|package)|you)|(?:pays?|paid|offer(?:s"
    "|ed)?) (?:me )?more",
    "out ?bid|beat your offer|your (?:offer|package) (?:was|is) (?:lower|below|too|less)",
)
IN_WRITING = part(
    "in writing|by (?:e-?)?mail|written|put (?:it|that|this) (?:in|into)|send (?:it|that|this)"
    "|confirm (?:it|that|this) by"
)
