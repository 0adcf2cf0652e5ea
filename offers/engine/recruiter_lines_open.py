"""What they say about the number and about the budget."""

from offers.engine.policy import PUBLISHED, RULES_15
from offers.engine.reason import Grade
from offers.engine.recruiter_lines_parts import Entry, Fact, Topic, assumed, entry, means
from offers.engine.tone_sources import BARGAINING, HISTORY

_N, _B = Topic.NUMBER, Topic.BUDGET
_NO_NUMBER_YET = (
    Fact.EARLY,
    "I would like to read the whole offer in writing first. Then I will come back to you with one number.",
)

OPENING_LINES: tuple[Entry, ...] = (
    entry(
        _N,
        "looking_for",
        "What are you looking for?",
        means("They need one clear number that they can take to those who decide."),
        _NO_NUMBER_YET,
        (Fact.OVER, "I have no other number to name. You will have my answer on the offer as it stands."),
        "I am looking for a base of {ask}. The level and the scope of the role are my reason. Is that "
        "something you can take further?",
        (
            Fact.NO_ASK,
            "I would leave base as it is. What would make a difference to me is {extras}. Is that "
            "something you can take further?",
        ),
        "I would like to hear the range for this level first. Then I can give you one number that fits it.",
    ),
    entry(
        _N,
        "current_pay",
        "What do you earn now?",
        means(
            "Pay elsewhere pulls the number towards it, and in many places they may not ask.",
            HISTORY,
            Grade.C,
        ),
        (
            Fact.OVER,
            "I would rather go by this role than by another one. You will have my answer on the offer as it "
            "stands.",
        ),
        "I would rather go by this role than by another one. For this role I am looking for a base of {ask}.",
        "I would rather go by this role than by another one. What is the range for this level?",
    ),
    entry(
        _N,
        "least",
        "What is the least you would take?",
        means("Whatever is named becomes the number, so nobody gains from naming it.", BARGAINING, Grade.C),
        (
            Fact.OVER,
            "I would rather talk about what fits the role. You will have my answer on the offer as it "
            "stands.",
        ),
        "I would rather talk about what fits the role. The number I have in mind is {ask}.",
        (
            Fact.NO_ASK,
            "I would rather talk about what fits the role. What would make a difference to me is {extras}.",
        ),
        "I would rather talk about what fits the role. What can you do at this level?",
    ),
    entry(
        _N,
        "more_than",
        "That is more than we had in mind.",
        assumed("It is no refusal yet. They wait for a reason, or for you to come down by yourself."),
        (Fact.OVER, "I understand. You will have my answer on the offer as it stands."),
        "I understand. I come to {ask} by the level and the scope of the role. What would you need to "
        "take it further?",
        "I understand. Which part of it is hard, and which part could you look at?",
    ),
    entry(
        _N,
        "why_you",
        "Why should we pay you that?",
        means("They look for one clear reason that they can pass on; a long story does not travel."),
        "I come to {ask} by what the role asks for and what I have done before. Which of the two should I "
        "put in writing for you?",
        "I go by what the role asks for and what I have done before. Which of the two should I put in "
        "writing for you?",
    ),
    entry(
        _B,
        "budget_fixed",
        "The budget is fixed.",
        means(
            "Those who watch the cost have often set a limit. Money paid once does not raise the yearly cost."
        ),
        "I understand that base is limited. Could {sign_on} come from somewhere else, as it is paid once?",
        "I understand that base is limited. Could we look at {extras} instead?",
        "I understand that base is limited. What could you move outside base?",
    ),
    entry(
        _B,
        "tops_out",
        ("The band tops out at {top}.", "The band for this level tops out below that."),
        means(
            "In many published policies base above the range needs a named person who approves it.",
            PUBLISHED,
        ),
        "Then let us stay inside the band. Could you take {package} further?",
        "Then let us stay inside the band. Could {extras} stand beside it?",
        "Then let us stay inside the band. What could stand beside base?",
    ),
    entry(
        _B,
        "at_the_top",
        "You are at the top of the band already.",
        means(
            "Base has little room left at this level. What is left is the level itself, or money paid once."
        ),
        "Thank you for telling me where I stand. Could {sign_on} stand beside it, as it is paid once?",
        "Thank you for telling me where I stand. Could {extras} stand beside it?",
        "Thank you for telling me where I stand. Who could explain to me how the level was set?",
    ),
    entry(
        _B,
        "fair_to_team",
        "It would not be fair to the team.",
        means(
            "They hold your pay against that of people at the same level. It is about the team, not about "
            "you."
        ),
        "I would like terms that are fair to everyone. Would {sign_on} be easier, as it is paid once?",
        "I would like terms that are fair to everyone. What could be paid once, outside base?",
    ),
    entry(
        _B,
        "hr_approves",
        "HR has to approve that.",
        means(
            "That is the usual way, and no refusal: above certain lines somebody else signs too.", PUBLISHED
        ),
        "That is fine. What would help you make the case, and when do you expect to hear?",
    ),
    entry(
        _B,
        "manager_wants_you",
        "The hiring manager wants you, but the number is difficult.",
        means("The choice of the person is made. Somebody else guards the cost."),
        (Fact.OVER, "I am glad to hear that. You will have my answer on the offer as it stands."),
        "I am glad to hear that. Who would need to agree to {ask}, and what would they want to see?",
        "I am glad to hear that. Who else decides, and what would they want to see?",
    ),
    entry(
        _B,
        "only_so_much",
        "I have done all I can.",
        means(
            "They may have reached the end of what they may grant; somebody above them may grant more.",
            RULES_15,
        ),
        (Fact.OVER, "Thank you for trying. You will have my answer on the offer as it stands."),
        "Thank you for trying. Who could decide about {ask}, and may I give you a short reason in writing?",
        "Thank you for trying. Is there somebody who could look at it once more, with a short reason in "
        "writing?",
    ),
)
