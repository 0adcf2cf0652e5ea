"""Wordings that weaken: desperation, apology, minimising, hedges, private need; and shouting."""

import re

from offers.engine.reason import PRACTITIONER, Grade
from offers.engine.tone_finding import Severity
from offers.engine.tone_patterns import I_WILL, Wording, remark
from offers.engine.tone_sources import LOW_POWER
from offers.engine.tone_text import any_of

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
            rf"{I_WILL} (?:gladly |happily )?(?:take|accept|sign) (?:anything(?! (?:else|from|off|on))"
            r"|whatever(?=[.,!;]|$| you\b| it\b| is\b| the (?:company|offer)))",
            r"whatever (?:you|the company) (?:can|could|want to|decide to) (?:do|give|offer|pay|afford)"
            r"(?=[.,!;]|$| me\b| is (?:fine|ok|okay|good|enough)| works| will do)",
            r"any (?:amount|salary|number|offer) (?:is|would be|will be|works|would do|will do|would help"
            r"|helps)",
            r"(?:take|accept|happy with|fine with|work for|agree to) any (?:amount|salary|offer|number)",
            r"please,? please|i(?:'m| am) begging|i beg you",
            r"my only (?:offer|hope|chance)|(?:this|it|you) (?:is|are) my only option(?! for (?:a|the) )",
            r"i have (?:no|not got any|nothing) (?:other (?:offers?|options?|choices?|prospects)"
            r"|else(?! to\b))",
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
            r"(?:pay|afford|cover|meet|service|keep up with|paying|covering|paying off|pay off)(?: a lot"
            r"| so much| too much)? (?:for )?"
            r"(?:the |my |our |a )?(?:\w+ )?(?:rent|mortgage|loans?|debts?|bills|child ?care|day ?care"
            r"|tuition"
            r"|groceries|wedding|divorce)",
            r"(?:have|got) (?:a |an |some |many )?(?:\w+ ){0,2}(?:mortgage|loans|debts?|bills)",
            r"(?:rent|mortgage|student loans?|child ?care|day ?care|groceries|divorce|wedding) (?:\w+ ){0,2}"
            r"(?:is|are|has|have|was|costs?|went|keeps?) (?:\w+ )?(?:expensive|high|a lot|due|up|gone up"
            r"|rising"
            r"|going up|climbing|so much|too much|doubled|costly)",
            r"need (?:it|this|that|more|the money) for (?:my |our |the )?(?:rent|mortgage|loans?|debts?"
            r"|bills|child ?care"
            r"|day ?care|tuition|groceries|kids|children|family)|going through a divorce",
            "make ends meet|cost of my (?:flat|house|family)",
            r"(?:i|we) (?:can't|can not|cannot|couldn't) afford(?! (?:to (?:rush|wait|be|make|miss|get)"
            r"|a mistake|any mistake))",
            r"(?:kids|children|a family) to (?:feed|support)",
            r"(?:can't|cannot) live on",
        )
    ),
    unless_around=re.compile(
        r"\b(?:allowance|benefits?|subsid\w+|reimburs\w+|vouchers?|stipend|scheme|relocat\w+|moving|policy"
        r"|does (?:the|your)|do you|is there|are there|would the (?:company|package|plan)|by direct debit"
        r"|letter for|contract)\b"
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
_ACRONYMS = (
    "ASAP|COBRA|ESOPS?|ESPPS?|FMLA|GDPR|HIPAA|HMRC|HSAS|ISOS|LGBT|MBAS|NASA|NATO|NDAS|NYSE|OECD|OKRS|PERM"
    "|PIPS|RSUS|SAAS|STEM|UNICEF|USCIS"
)
SHOUTED = re.compile(rf"\b(?!(?:{_ACRONYMS})\b)(?:[A-Z]{{4,}}|NOT|NOW|WHY|YOU|ALL|ANY|TOO)\b")
EXCLAIMED = re.compile(r"!{2,}")
SHOUTING = remark(
    "T1",
    Severity.TIP,
    "Capitals and doubled exclamation marks read as shouting.",
    "Write it in lower case, with one full stop.",
    PRACTITIONER,
    Grade.D,
)
