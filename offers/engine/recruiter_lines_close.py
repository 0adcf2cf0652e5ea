"""What they say to hurry, about other offers, instead of base, and once a yes is near."""

from offers.engine.ladder import CONTINGENT
from offers.engine.policy import EXTENSIONS, RULES_15
from offers.engine.reason import Grade
from offers.engine.recruiter_lines_parts import SURVEY, Entry, Fact, Topic, assumed, entry, means

_P, _O, _I, _A = Topic.PRESSURE, Topic.OTHERS, Topic.INSTEAD, Topic.AFTER

CLOSING_LINES: tuple[Entry, ...] = (
    entry(
        _P,
        "final_offer",
        "This is our final offer.",
        means(
            "Sometimes it is, and sometimes it is where they would like to stop. A calm question shows "
            "which.",
            RULES_15,
        ),
        "Thank you for being clear. Is that final for base, or for the whole package?",
    ),
    entry(
        _P,
        "answer_today",
        "We need your answer today.",
        means("Pressing for a decision before the details are in writing calls for care."),
        "I want to give you an answer that you can rely on. You will have it by {answer_by}, as you asked, "
        "once I have everything in writing.",
        "I want to give you an answer that you can rely on. You will have it by {sign_by}, once I have "
        "everything in writing.",
        "I want to give you an answer that you can rely on. May I have a few business days to read "
        "everything?",
    ),
    entry(
        _P,
        "short_deadline",
        "The offer is open until Friday.",
        means("A short date can often be moved when somebody asks early and names one new day.", EXTENSIONS),
        "I would like to answer with care. Could I have a few more business days, and which day would "
        "suit you?",
    ),
    entry(
        _P,
        "nobody_else",
        "Nobody else negotiates.",
        means("Many people do. In this survey most managers expected them to.", SURVEY, Grade.C),
        (
            Fact.OVER,
            "I would like the terms to be right before I start. You will have my answer on the offer as it "
            "stands.",
        ),
        "I would like the terms to be right before I start. Could we look at {ask} together?",
        "I would like the terms to be right before I start. Could we look at {extras} together?",
        "I would like the terms to be right before I start. Could we look at the whole offer together?",
    ),
    entry(
        _P,
        "others_waiting",
        "We have other candidates waiting.",
        assumed("It may be true. It is said to hurry you, and they have still offered the job to you."),
        "I understand that you have to plan. You will have my answer by {answer_by}, as you asked.",
        "I understand that you have to plan. You will have my answer by {sign_by}.",
        "I understand that you have to plan. By which day do you need my answer?",
    ),
    entry(
        _O,
        "other_offers",
        "Do you have other offers?",
        means(
            "They want to know how quick and how flexible they have to be. Say what is true, or keep it.",
            RULES_15,
        ),
        (
            Fact.WRITTEN,
            "Yes, I have another offer in writing. I would like to find terms with you that work.",
        ),
        (
            Fact.VERBAL,
            "Another employer has offered me a role, so far only aloud. I would like to find terms with "
            "you that work.",
        ),
        (
            Fact.PROCESS,
            "I am in another hiring process, and nothing is settled. Here I would like terms that work.",
        ),
        "I would rather keep that to myself. What counts for me is that the terms fit this role.",
    ),
    entry(
        _O,
        "first_choice",
        "Are we your first choice?",
        means(
            "They want to know whether work on your request is worth it. Their question asks for interest.",
            RULES_15,
        ),
        (Fact.OVER, "I am interested in this role. You will have my answer on the offer as it stands."),
        "I am interested in this role, and I would like the terms to fit. Could you look at {ask}?",
        "I am interested in this role, and I would like the terms to fit. Could you look at {extras}?",
        "I am interested in this role, and I would like the terms to fit. What could you still look at?",
    ),
    entry(
        _O,
        "send_it",
        "Send us the other offer and we will look at it.",
        assumed("They want proof, and a number to go by. What another employer wrote is not for passing on."),
        (
            Fact.OVER,
            "I would rather not pass papers around. You will have my answer on the offer as it stands.",
        ),
        "I would rather not pass papers around. My number here is {ask}, for this role.",
        "I would rather not pass papers around. What can you do for this role?",
    ),
    entry(
        _I,
        "equity",
        "Equity makes up for it.",
        assumed("It can. What it is worth turns on figures that they have and you need."),
        "I would like to count it properly. How many shares is it, at which price, and how do they vest?",
    ),
    entry(
        _I,
        "bonus",
        "The bonus makes up for it.",
        assumed("A target is no payment. What was paid in the last years says more."),
        "I would like to count it properly. What was paid out at this level in the last three years?",
    ),
    entry(
        _I,
        "review",
        "We will review it in six months.",
        means(
            "A review that is only said aloud promises nothing: not what it looks at, nor what follows.",
            CONTINGENT,
        ),
        "That works if it is in writing now. Could it name what it looks at, and {review} when that is met?",
        "That works if it is in writing now. Could it name what it looks at, and by how much base rises?",
    ),
    entry(
        _I,
        "growth",
        "You will grow quickly here.",
        assumed("It is a hope and no term of the offer. Ask what stands behind it."),
        "That is part of why I am interested. What does the next level ask for, and when is it looked at?",
    ),
    entry(
        _I,
        "not_in_writing",
        "We cannot put that in writing.",
        means("Nothing is settled before it is written, so count it as nothing when you decide."),
        "Then I have to decide without it. What could you put in writing instead?",
    ),
    entry(
        _A,
        "will_you_sign",
        "Are you going to accept if we get you there?",
        means("They ask for something sure before they spend effort on it. That is fair.", RULES_15),
        (
            Fact.EARLY,
            "I have not read the whole offer yet. Once I have, I will tell you what would make it work.",
        ),
        "With {agreed} and the rest as offered, I can sign by {sign_by}. I would need it in writing first.",
        "Once all of it is in writing, I will answer within one business day.",
    ),
    entry(
        _A,
        "said_yes",
        "You said yes on the phone.",
        assumed("Words said aloud can bind in many places. Do not argue about them; ask for the papers."),
        "I am looking forward to the role. Before I sign I have questions on the written terms; may I "
        "send them today?",
    ),
    entry(
        _A,
        "standard_contract",
        "It is our standard contract.",
        assumed("It may be. What you sign counts, and not how many have signed it before."),
        "Thank you. I will read all of it before I sign; whom may I ask about single points?",
    ),
    entry(
        _A,
        "give_notice",
        "You can give notice now.",
        assumed("Until both have signed and every condition is met, there is no job to go to."),
        "I will do that once the signed contract is here and every condition is met. When can I expect it?",
    ),
)
