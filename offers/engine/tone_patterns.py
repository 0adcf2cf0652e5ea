"""The wordings that cost something in an offer negotiation: what each rule catches and what it leaves alone.

Patterns are English and meet text in lower case with plain quotes. `unless_before` looks at the same sentence
up to the match, `unless_around` at the whole sentence: both let an ordinary sentence pass.
"""

import re
from dataclasses import dataclass

from offers.engine.reason import ASSUMPTION, PRACTITIONER, Grade, Reason, Source
from offers.engine.tone_finding import Remark, Severity
from offers.engine.tone_sources import (
    BARGAINING,
    DISPARAGE,
    FELT,
    HISTORY,
    IMPASSE,
    LOW_POWER,
    REQUEST,
)
from offers.engine.tone_text import any_of

_I_WILL = r"i(?:'ll| will|'d| would|'m going to| am going to)"
_CANNOT = r"(?:can't|cannot|can not|couldn't|could not|won't|will not|wouldn't|would not)"
_ABOUT = r"(?:about|around|roughly|approximately|over|under|nearly|almost|close to|just over|just under) "
_AMOUNT = (
    rf"(?:{_ABOUT})?(?:(?:[$€£]|usd|eur|gbp|chf|cad|aud) ?\d[\d.,]{{0,12}}|\d{{1,3}}[,. ']\d{{3}}\b"
    rf"|\d{{5,7}}\b"
    r"|\d{1,4}(?:\.\d{1,2})? ?k\b|\d{1,3}(?:\.\d\d?)? (?:thousand|grand|an hour|per hour|a month|a year)\b)"
)
_LESS = r"(?:below|lower than|under|less than|for less)"
_TIME = r"(?: (?:\S+ ){1,2}(?:minutes?|hours?|days?|weeks?|months?|years?)\b)"
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
_MAYBE = re.compile(
    r"\bif\b|\b(?:before|once|until|till|when|whenever|after|should|unless|whether|can|may|could|do|did|would"
    r"|what|how|where|as soon as|so that|by the time|the day) $"
)


@dataclass(frozen=True, kw_only=True)
class Wording:
    """One rule: the wording it catches, what excuses it, and the remark it makes."""

    pattern: re.Pattern[str]
    remark: Remark
    unless_before: re.Pattern[str] | None = None
    unless_around: re.Pattern[str] | None = None


def remark(code: str, severity: Severity, why: str, rewrite: str, source: Source, grade: Grade) -> Remark:
    """A remark whose sentence takes no parameters."""
    return Remark(
        severity=severity,
        reason=Reason(code=code, sentence=why, source=source, grade=grade),
        rewrite=rewrite,
    )


ULTIMATUM = Wording(
    pattern=re.compile(
        any_of(
            "take it or leave it",
            "non[- ]?negotiable",
            r"not (?:up for|open to) (?:discussion|debate|negotiation)",
            r"my (?:best and )?final (?:offer|number|ask|position|answer|word|figure|price)",
            r"my last (?:offer|number|ask|word|price)(?! (?:letter|of))",
            r"this is (?:the|my) (?:best and )?(?:final|last) (?:offer|number|ask|answer|word|figure)",
            r"this is my (?:final|last) position",
            r"(?:this is|that's|that is) (?:my )?best and final",
            r"or else(?= i\b| we\b| you\b| there\b|[.!]|$)",
            r"or (?:there is|there's|it's|it is|we have) no deal",
            r"or no deal",
            r"or the deal is off",
            r"(?:a )?deal[- ]?breaker(?! for you)",
            r"(?:not|nothing) (?:a|one) (?:cent|penny|euro|dollar|pound) less",
            r"nothing less than",
            r"(?:your )?last chance",
        )
    ),
    unless_before=_REPORTED,
    remark=remark(
        "U1",
        Severity.FIX,
        "An ultimatum makes the other side angry, and anger is what ends talks.",
        "That is the number that would let me sign today; how close can you get?",
        IMPASSE,
        Grade.A,
    ),
)
THREAT = Wording(
    pattern=re.compile(
        any_of(
            rf"(?:otherwise|or|or else|if not),? {_I_WILL}(?: have to| be forced to"
            rf"| need to)? (?:walk(?: away| out)?"
            r"(?=[.,!;]|$| from)|decline(?! the (?:invitation|meeting|call))|reject|withdraw|look elsewhere"
            r"|leave(?=[.,!;]|$)|sign (?:elsewhere|with)"
            r"|go with (?:the other|the competing|another|them|someone|my other|a different|your competitor)"
            r"|pass(?=[.,!;]|$| on (?:this|the|your) (?:offer|role|job|position|opportunity|package)))",
            rf"{_I_WILL}(?: have to| be forced to)? (?:walk|decline|reject|withdraw|leave|look elsewhere"
            rf"|quit)"
            r"[^.?!\n]{0,30} (?:unless|if you (?:don't|do not|can't|cannot|won't|will not))",
            r"unless (?:you|the company|they) (?:can )?(?:match|raise|increase|improve|beat|go (?:up|higher"
            r"|to)"
            rf"|pay (?:me|at least|more|{_AMOUNT})|offer (?:me|at least|more|{_AMOUNT})|meet (?:my|me"
            rf"|{_AMOUNT}))",
            r"i(?:'ll| will) (?:walk away(?! with)|go elsewhere)",
            r"i(?:'m| am) (?:ready|prepared|happy|willing|going) to walk(?: away)?(?! (?:to|you|through))",
            r"(?:will|'ll) (?:take|accept|sign) (?:it|theirs|the other (?:offer|one)) (?:if|unless) you",
            r"you(?:'ll| will| are going to|'re going to) (?:regret|lose (?:me|out|a (?:good|great|strong"
            r"|top)"
            r"|this (?:candidate|chance)|the (?:candidate|chance|best)))",
            r"(?:it's|it is|it will be) your loss|don't make me",
            rf"my (?:lawyer|attorney|solicitor) (?:will|would|is going to)(?!{_CHECKS_IT})",
            r"(?:hear|hearing) from my (?:lawyer|attorney|solicitor)",
            r"(?:involve|call|send|get|bring in|instruct) (?:my|a) (?:lawyer|attorney|solicitor)",
            r"legal action|take (?:you|this|the company) to court|sue (?:you|the company)",
            r"report (?:you|this|the company) to|file a complaint|you(?:'re| are) breaking the law",
        )
    ),
    remark=remark(
        "U2",
        Severity.BLOCK,
        "A threat may win one round, but you will work with these people; how it felt lasts longest.",
        "I'd like to make this work. Could we look at …",
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
            rf"|an? (?:\w+ )?{_BETTER}|you to|{_AMOUNT})",
            r"(?:you|the company)(?:'ll| will| simply| really)? (?:must|need to|have to) (?:match|beat"
            r"|increase"
            r"|offer (?:me|more)|pay|do better|raise (?:my|the (?:base|salary|offer|number|pay)|your))",
            r"you(?:'d| had) better (?:match|raise|increase|offer|pay)",
            r"make it happen",
        )
    ),
    unless_before=re.compile(r"\b(?:if|do|whether|would|when|where|unless) $|\bsee how (?:you|we) can $"),
    remark=remark(
        "U3",
        Severity.FIX,
        "A request or a wish got better answers than a demand for the same thing.",
        "Could we look at …",
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
            r"i(?:'m| am) entitled",
            r"(?:my|know my) (?:true |real |own )?worth",
            r"any(?:one|body| other company| other employer)(?: else)? would pay",
            r"(?:someone|people|a person|candidates) (?:like me|of my cali(?:ber|bre))",
            r"i should be (?:paid|making|earning|getting)(?! (?:monthly|weekly|yearly|every|in|on|by)\b)",
        )
    ),
    unless_before=re.compile(
        r"\b(?:what|which|whether|if|days|leave|benefits|anything|everything|how much) $"
    ),
    unless_around=re.compile(r"\bentitled to (?:[^\s.?!]+ ){0,4}(?:leave|holiday|vacation|days|notice|overtime)\b"),
    remark=remark(
        "E1",
        Severity.FIX,
        "A claim about yourself gives the recruiter nothing to pass on; the market and the job do.",
        "Based on the posted range and six years at this level …",
        PRACTITIONER,
        Grade.D,
    ),
)
DISPARAGING = Wording(
    pattern=re.compile(
        any_of(
            r"low[- ]?ball(?:s|ed|ing)?",
            "insult(?:s|ing|ed)?",
            "disappoint(?:ed|ing|ment)",
            "ridiculous(?:ly)?|laughable|pathetic|absurd(?:ly)?|offensive|stingy|peanuts",
            "unacceptable|not acceptable|unfair(?:ly)?",
            r"(?:a|some kind of a) joke|joke of an offer|slap in the face",
            "below my worth|not good enough|underwhelm(?:ed|ing)",
            r"(?:far|way|much|shockingly|embarrassingly) too low",
        )
    ),
    unless_before=_DENIED,
    remark=remark(
        "E2",
        Severity.FIX,
        "Running the offer down got lower counter-offers and cost trust.",
        "I had expected something closer to …",
        DISPARAGE,
        Grade.C,
    ),
)
DESPERATE = Wording(
    pattern=re.compile(
        any_of(
            r"i (?:(?:do|really|truly|desperately|badly|just|so) ){1,3}need (?:this|the|a) (?:job|role"
            r"|position|work)\b"
            r"(?!'s| description| profile| in writing| title)",
            r"i need (?:this|the|a) (?:job|role|position)(?=[.,!;]|$| so\b| very| badly| more| because"
            r"| to (?:pay|live))",
            r"i (?:(?:do|really|truly|desperately|badly) ){0,2}need this offer"
            r"(?=[.,!;]|$| so\b| very| badly| more| because| to (?:work|come|pay))",
            rf"{_I_WILL} (?:gladly |happily )?(?:take|accept|sign) (?:anything(?! (?:else|from|off|on))"
            r"|whatever(?=[.,!;]|$| you\b| it\b| is\b| the (?:company|offer)))",
            r"whatever (?:you|the company) (?:can|could|want to|decide to) (?:do|give|offer|pay|afford)"
            r"(?=[.,!;]|$| me\b| is (?:fine|ok|okay|good|enough)| works| will do)",
            r"any (?:amount|salary|number|offer) (?:is|would be|will be|works|would do|will do)",
            r"(?:take|accept|happy with|fine with|work for|agree to) any (?:amount|salary|offer|number)",
            r"please,? please|i(?:'m| am) begging|i beg you",
            r"my only (?:offer|hope|chance)|(?:this|it|you) (?:is|are) my only option(?! for (?:a|the) )",
            r"i have (?:no|not got any|nothing) (?:other (?:offers?|options?|choices?|prospects)|else)",
            r"been unemployed|(?:been|am|'m) out of (?:work|a job)|i(?:'m| am) (?:\w+ )?desperate",
            r"running out of (?:money|savings|options)",
            r"i (?:can't|cannot) (?:afford to )?lose this (?:job|offer|role|chance)",
        )
    ),
    remark=remark(
        "D1",
        Severity.BLOCK,
        "This says that you would take very little, and a weak position draws lower offers.",
        "Delete it; one line about what draws you to the role does more.",
        LOW_POWER,
        Grade.C,
    ),
)
APOLOGY = Wording(
    pattern=re.compile(
        any_of(
            r"sorry(?! to hear)",
            "apologi[sz]e|apologies|forgive me",
            "hate to (?:ask|bother|do this|be)",
            r"(?:don't|do not) want to (?:seem|sound|be|come across as|appear) (?:\w+ )?"
            "(?:greedy|difficult|ungrateful|pushy|demanding|rude)",
            r"i know (?:this is|it's|it is|that's) (?:a lot|much) to ask",
            "i feel (?:bad|awkward|embarrassed) (?:about |for )?asking",
        )
    ),
    unless_before=re.compile(r"\b(?:no need to|not have to|no reason to) $"),
    remark=remark(
        "D2",
        Severity.TIP,
        "Most managers expect the question; an apology says that it is improper.",
        "Delete this clause.",
        PRACTITIONER,
        Grade.D,
    ),
)
MINIMISING = Wording(
    pattern=re.compile(
        r"\bjust (?=(?:want(?:ed|ing)?|wonder(?:ed|ing)|check(?:ed|ing)?|hop(?:ed|ing)|ask(?:ing)?|thought"
        r"|curious|following up|touching base|reaching out|a (?:quick|small|little|tiny)|if)\b)"
    ),
    remark=remark(
        "D3",
        Severity.TIP,
        "This word makes the request smaller than it is.",
        "Delete “just”.",
        PRACTITIONER,
        Grade.D,
    ),
)
NEED = Wording(
    pattern=re.compile(
        any_of(
            r"(?:my|our) (?:(?:own|new|monthly|high|student|\w+'s) ){0,2}(?:rent|mortgage|loans?"
            r"|credit cards?|debts?"
            r"|bills|child ?care|day ?care|tuition|groceries)(?! (?:allowance|benefit|subsidy|policy))",
            r"(?:my|our) (?:living|household|family|monthly|personal) (?:expenses|costs|bills)",
            r"(?:pay|afford|cover|meet|service|keep up with|paying|covering|paying off|pay off) (?:for )?"
            r"(?:the |my |our |a )?(?:\w+ )?(?:rent|mortgage|loans?|debts?|bills|child ?care|day ?care"
            r"|tuition"
            r"|groceries|wedding|divorce)",
            r"(?:have|got) (?:a |an |some |many )?(?:\w+ )?(?:mortgage|loans|debts?|bills)",
            r"(?:rent|mortgage|student loans?|child ?care|day ?care|groceries|divorce|wedding) (?:\w+ ){0,2}"
            r"(?:is|are|has|have|was|costs?|went|keeps?) (?:\w+ )?(?:expensive|high|a lot|due|up|gone up"
            r"|rising"
            r"|going up|climbing|so much|too much|doubled|costly)",
            "make ends meet|cost of my (?:flat|house|family)",
            r"(?:i|we) (?:can't|can not|cannot|couldn't) afford(?! (?:to (?:rush|wait|be|make|miss|get)"
            r"|a mistake|any mistake))",
            r"(?:kids|children|a family) to (?:feed|support)",
            r"(?:can't|cannot) live on",
        )
    ),
    unless_around=re.compile(
        r"\b(?:allowance|benefits?|subsid\w+|reimburs\w+|vouchers?|stipend|scheme|relocat\w+|moving|policy"
        r"|does (?:the|your)|do you|is there|are there|would the (?:company|package|plan)|by direct debit)\b"
    ),
    remark=remark(
        "P1",
        Severity.FIX,
        "What you need is no ground that a pay team can use; market, level and scope are.",
        "Give the market, the level or the scope instead; moving costs may stand as a relocation item.",
        PRACTITIONER,
        Grade.D,
    ),
)
COLLEAGUE = Wording(
    pattern=re.compile(
        r"\b(?:my (?:\w+ )?(?:friend|colleague|co-?worker|contact)|a (?:\w+ )?(?:friend|colleague|co-?worker)"
        r"|(?:someone|somebody|people|others?|one person) (?:on|in|from) (?:your|the) (?:team|company"
        r"|department)"
        r"|[a-z]+ (?:on|from|in) your (?:team|department|office))\b[^.?!\n]{0,40}?"
        rf"(?:\b(?:earns?|is paid|are paid|is making|are making|is earning)\b|\b(?:makes?|gets?|is on"
        rf"|are on|has)"
        rf" (?:paid|more than|as much|{_AMOUNT}|(?:a )?(?:higher|better) (?:salary|base|pay))"
        r"|\btold me (?:what|how much|that|about|his|her|their)[^.?!\n]{0,20}\b(?:earns?|paid|pay|salary"
        r"|salaries|make)\b)"
        r"|\b(?:friend|colleague|co-?worker)'s (?:salary|pay|base|package)\b"
    ),
    unless_before=re.compile(r"\b(?:whether|if) $"),
    remark=remark(
        "C2",
        Severity.BLOCK,
        "This exposes a colleague, and a pay team cannot use it.",
        "My understanding of the range at this level is …",
        PRACTITIONER,
        Grade.D,
    ),
)
OWN_PAY = Wording(
    pattern=re.compile(
        any_of(
            rf"i (?:currently |now |presently |already )?(?:make|earn|get) {_AMOUNT}",
            r"i (?:currently|now|presently|already) earn",
            r"i earn (?:more|less|well|only)",
            rf"i(?:'m| am) (?:currently |now |already )?(?:on|paid|making|earning|getting) {_AMOUNT}",
            r"i(?:'m| am) (?:currently|now) (?:paid|earning)",
            rf"i (?:was|used to be|have been) (?:making|earning|paid|on) {_AMOUNT}",
            r"i used to (?:make|earn)",
            r"my (?:current|previous|last|present|existing|old|former) (?:\w+ )?(?:salary|pay|base"
            r"|compensation"
            "|package|wage|income|earnings)",
            r"my (?:current|previous|last|present|former) (?:job|employer|company) pays",
        )
    ),
    unless_around=re.compile(
        r"(?:\b(?:not|never|without)|n't|\brather not|\binstead of)(?: [^\s.?!]+){0,4} (?:shar|discuss|disclos"
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
            r"(?:the|my) (?:absolute |very |bare )?(?:lowest|minimum|least|bottom line|floor)"
            r"(?: (?:salary|base|amount|number|figure|pay|offer|package|rate))?(?: that| which)?(?: is"
            r"| is what)?,?"
            r" i(?:'d| would|'ll| will| can| could|'m| am)? ?(?:(?:ever|possibly|actually|still|willing"
            r"|prepared|able|to|be)"
            r" ){0,4}(?:accept|take|go|consider|work for|agree|settle|live with)",
            r"my (?:absolute |very |bare )?(?:minimum|floor|bottom line|lowest (?:number|figure|salary|base"
            r"|offer))"
            r" (?:is|would be|salary|base|number|stands|remains|here is)",
            r"walk[- ]?away (?:number|point|figure|price|salary|base)|reservation price",
            rf"i {_CANNOT} (?:go|accept|take|consider|work for|do|settle for|sign for|join for|agree to)"
            rf"(?: anything| it| this| a base| a salary| an offer| any offer)? (?:for )?{_LESS}(?!{_TIME})",
            r"i(?:'d| would| could| can|'ll| will)(?: still| even)? (?:accept|take|go|settle for)(?: for)?"
            r" (?:as little as|as low as|down to)",
            rf"i (?:could|can|would) live with {_AMOUNT}",
            rf"i(?:'d| would)?(?: really)? need (?:at least|a minimum of) {_AMOUNT}",
            rf"anything (?:above|over) {_AMOUNT} (?:is|would be|works|will do)",
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
            r"i(?:'m| am) (?:(?:very |so |really )?(?:happy|glad|pleased|delighted|ready"
            r"|thrilled) to (?:be able to )?accept"
            r"(?! (?:the (?:call|meeting|invitation)|a (?:call|meeting)|mon|tue|wed|thu|fri))|accepting)",
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
WORDINGS = (
    ULTIMATUM,
    THREAT,
    DEMAND,
    ENTITLED,
    DISPARAGING,
    DESPERATE,
    APOLOGY,
    MINIMISING,
    NEED,
    COLLEAGUE,
    OWN_PAY,
    FLOOR,
    ACCEPTANCE,
)

_A_KIND = "".join(
    rf"(?<!{word} {noun} of)"
    for noun in ("kind", "sort")
    for word in ("a", "the", "any", "some", "this", "that", "what")
)
HEDGE = re.compile(
    r"\b(?:maybe|perhaps|possibly|i guess|i suppose|i was wondering if|a bit|a little|somewhat|i feel like"
    r"|if (?:that's|it's|that is|it is) (?:ok|okay|alright|all right|not too much)"
    rf"|(?:kind|sort) of\b{_A_KIND})\b"
)
HEDGES = remark(
    "D4",
    Severity.TIP,
    "Several hedges together sound unsure of the request.",
    "State the request once, without the hedges.",
    PRACTITIONER,
    Grade.D,
)
SHOUTED = re.compile(r"\b(?:[A-Z]{4,}|NOT|NOW|WHY|YOU|ALL|ANY|TOO)\b")
EXCLAIMED = re.compile(r"!{2,}")
ACRONYMS = frozenset(
    (
        "ASAP",
        "COBRA",
        "ESOP",
        "ESOPS",
        "ESPP",
        "ESPPS",
        "FMLA",
        "GDPR",
        "HIPAA",
        "HMRC",
        "HSAS",
        "ISOS",
        "LGBT",
        "MBAS",
        "NASA",
        "NATO",
        "NDAS",
        "NYSE",
        "OECD",
        "OKRS",
        "PERM",
        "PIPS",
        "RSUS",
        "SAAS",
        "STEM",
        "UNICEF",
        "USCIS",
        "VAT",
    )
)
SHOUTING = remark(
    "T1",
    Severity.TIP,
    "Capitals and doubled exclamation marks read as shouting.",
    "Write it in lower case, with one full stop.",
    PRACTITIONER,
    Grade.D,
)
