"""Three messages of every kind that leave nothing to block or to fix, with the record they stand on."""

from decimal import Decimal

from offers.engine.draft import Competing, DraftFacts, Kind, Term


def facts(kind: Kind, *figures: int, **more: object) -> DraftFacts:
    """The record of the running example: offer 80,000, ask 88,500, target 95,000, walk-away 79,000."""
    known = tuple(map(Decimal, (80_000, 88_500, *figures)))
    return DraftFacts(
        kind=kind,
        target=Decimal(95_000),
        walk_away=Decimal(79_000),
        figures=known,
        employer="Northwind",
        **more,
    )


AGREED = (Term.TITLE, Term.LEVEL, Term.BASE, Term.BONUS, Term.SIGN_ON, Term.CLAWBACK, Term.LEAVE)
RIVAL = {"competing": Competing.PROCESS, "preferred": True, "competitors": ("Globex",)}

SAMPLES: tuple[tuple[DraftFacts, str], ...] = (
    (
        facts(Kind.ACKNOWLEDGE),
        """Dear Ms Lindqvist,

Thank you for the call today and for the offer. I will review the written version with care as soon
as it arrives and come back to you by Friday 13 March. Could you make sure that it names the level,
where the role sits in the band, how the bonus was paid in recent years, and by when you need an
answer?

Kind regards
Alice""",
    ),
    (
        facts(Kind.ACKNOWLEDGE),
        """Hi Tomas,

Many thanks for putting this together so quickly. I would like to go through all the details first
and will write to you on Tuesday. Two things I could not find yet: the vesting schedule of the
equity with the share price behind it, and whether the sign-on is repayable. Could you send both
before then?

Best
Alice""",
    ),
    (
        facts(Kind.ACKNOWLEDGE),
        """Dear Mr Okafor,

I appreciate the offer and the clear explanation on the phone. I am going to read the written offer
over the weekend, and you will have my answer on 18 March. For a full picture I still need the
reporting line, the bonus terms and the leave days. Would you add them to the letter?

With kind regards
Alice""",
    ),
    (
        facts(Kind.QUESTIONS),
        """Dear Ms Lindqvist,

Thank you for the written offer, which I have read with pleasure. A few points are still open for
me:

- At which level is the role placed, and where does this base sit in its band?
- How much of the target bonus was paid out in the last three years?
- What happens to the sign-on payment if I leave in the first year?
- By what date do you need my decision?

A short reply by mail is fine, or we can talk on Thursday if that is easier for you.

Kind regards
Alice""",
    ),
    (
        facts(Kind.QUESTIONS, 8_000),
        """Hi Tomas,

Thanks for the letter. Before I answer, could you help me with three details? First, is the sign-on
of 8,000 paid in one piece, and is there a clawback? Second, how is the equity valued, at the price
of the last round or at the current one? Third, who will the role report to, and is that person also
the one who decides about the yearly review? I would be grateful for a reply by Wednesday, so that I
can keep to your date.

Best
Alice""",
    ),
    (
        facts(Kind.QUESTIONS),
        """Dear Mr Okafor,

Thank you again for the offer. To compare it properly I would like to understand some parts that the
letter leaves open. Does the health plan cover a partner, and what is the monthly premium? How many
days of leave are there, and can unused days be carried over? Which office days does the remote
policy expect? Is there a written plan for the probation period? I am happy to receive the policy
documents instead, if that is less work for you.

With kind regards
Alice""",
    ),
    (
        facts(Kind.ASK_RANGE),
        """Dear Ms Lindqvist,

Thank you for telling me more about the role. Could you share the pay range for this level, and
where in it a new hire usually starts? As far as I know, employers here name it at this point.

Kind regards
Alice""",
    ),
    (
        facts(Kind.ASK_RANGE),
        """Hi Tomas,

Thanks for the conversation yesterday. To prepare for the next step, it would help me to know the
salary band of the role and the level it belongs to. Would you send me both, or tell me who can?

Best
Alice""",
    ),
    (
        facts(Kind.ASK_RANGE),
        """Dear Mr Okafor,

I appreciate the time of your team this week. Before we speak about numbers I have one question:
what is the range that the company has set for this position in Leeds, and does it differ for people
who work from home?

With kind regards
Alice""",
    ),
    (
        facts(Kind.COUNTER, 84_500, 8_000),
        """Dear Ms Lindqvist,

Thank you for the written offer. I am excited about the role, and the plan for the new data platform
is the work I want to do next.

Based on the posted range and on six years at this level, a base of 88,500 is what I had in
mind. With pay settled before my first day, all my work can go into the migration from day one.

If the base is fixed by the band, 84,500 with a sign-on of 8,000 would work for me as well. Would
you put this to the pay team? I am happy to talk on Tuesday.

Kind regards
Alice""",
    ),
    (
        facts(Kind.COUNTER, 95_000, 99_500),
        """Hi Tomas,

Thank you for the offer, and for how clearly you explained it. I look forward to building the team
in Leeds.

I would like to ask for a base of 95,000 to 99,500. Market data for comparable roles in the region
sits there, and the scope that we discussed, with two teams from the first month, is at the upper
end of this level. With that settled I can put all my energy into the launch in June.

Alternatively, if the salary is set, five more days of leave and a written review after six months
would close most of the difference. What do you think, and shall we speak on Thursday?

Best
Alice""",
    ),
    (
        facts(Kind.COUNTER),
        """Dear Mr Okafor,

Many thanks for the letter. I am keen to join and have enjoyed every conversation with your
engineers.

One point is open for me. Could we look at a base of 88.5k? The midpoint of your published range is
near it, and I would take over the on-call group from day one, which the posting did not include.
Both seem to me good reasons to place the role there.

If the band cannot move, another way is a signing bonus at the start. Please let me know which of
the two is easier for you. I am glad to talk whenever it suits.

With kind regards
Alice""",
    ),
    (
        facts(Kind.FALLBACK, 84_000, 8_000),
        """Dear Ms Lindqvist,

Thank you for explaining that the base is at the limit of the band. That is clear to me, and I still
want to find a way that works for both of us.

Would a base of 84,000 with a sign-on of 8,000 and four more days of leave be possible? If we can do
that, I can sign by Friday 20 March. Everything else stays as we agreed.

Kind regards
Alice""",
    ),
    (
        facts(Kind.FALLBACK, 82_000, 7_000),
        """Hi Tomas,

I understand that the budget for the base is fixed this year. There are two ways that are equal for
me, and I leave the choice to you: 82,000 with a sign-on bonus of 7,000, or 80,000 with the same
sign-on, five more days of leave and a learning budget.

With either of these I will sign the contract by Wednesday. Could you find out which one is easier
to get through?

Best
Alice""",
    ),
    (
        facts(Kind.FALLBACK),
        """Dear Mr Okafor,

You mentioned that the team's salaries leave no room above the midpoint. I can follow that. What
would help me then is a written review after six months, with the criteria and the amount named now,
and a learning allowance from the first year.

If you can confirm both in the letter, I can sign by 24 March and give notice on the same day. Does
that sound workable to you?

With kind regards
Alice""",
    ),
    (
        facts(Kind.COMPETING, **RIVAL),
        """Dear Ms Lindqvist,

Yours is the team I want to join, so you should know my dates. I am in the last round of interviews
elsewhere, and their answer is due on Tuesday 17 March. Their base is a little higher;
everything else speaks for your team. With a base of 88,500 I could sign with you this week. Is that
something you can take further?

Kind regards
Alice""",
    ),
    (
        facts(Kind.COMPETING, **(RIVAL | {"competing": Competing.WRITTEN})),
        """Hi Tomas,

I want to be open with you. Since Monday I have had another written offer, valid until 20 March. The
role is similar; the one term that differs is the leave, which is five days longer there. I would
much rather work with you. Five more days would settle it for me, and I would stop the other process
at once. Could you ask?

Best
Alice""",
    ),
    (
        facts(Kind.COMPETING, competing=Competing.VERBAL),
        """Dear Mr Okafor,

A short note so that you know my dates. Another company has told me about an offer by phone, and the
letter is due on Thursday. The difference is the start date: theirs is in June, yours in April. If
the start could be 1 June, I would be able to decide for you before that letter arrives. Would that
be possible?

With kind regards
Alice""",
    ),
    (
        facts(Kind.FOLLOW_UP),
        """Dear Ms Lindqvist,

I am following up on my message of 4 March about the base. Is there anything that you still need
from me for the review? If it helps, I can call on Thursday.

Kind regards
Alice""",
    ),
    (
        facts(Kind.FOLLOW_UP),
        """Hi Tomas,

Last Wednesday I sent you my proposal, and I know that such reviews take a few days. Could you tell
me when an answer is likely? Then I can plan around it.

Best
Alice""",
    ),
    (
        facts(Kind.FOLLOW_UP),
        """Dear Mr Okafor,

We spoke on Monday about the questions in my mail. I look forward to the details whenever they are
ready. Please let me know if a call with the pay team would be quicker.

With kind regards
Alice""",
    ),
    (
        facts(Kind.EXTENSION),
        """Dear Ms Lindqvist,

Thank you for the contract. I am excited about the role and want to answer with care. Could I let
you know by Thursday 19 March? I would like to read the equity plan with an adviser, whom I can only
meet on Wednesday. This need not delay anything on your side; the background check can go on in the
meantime.

Kind regards
Alice""",
    ),
    (
        facts(Kind.EXTENSION),
        """Hi Tomas,

Thanks for the quick letter. I look forward to the team and the work. May I answer on 18 March
instead of the 13th? My partner is away until the weekend, and we decide about a move together, so
that the answer you get is final. All my documents are with you already, so no other step has to
wait.

Best
Alice""",
    ),
    (
        facts(Kind.EXTENSION),
        """Dear Mr Okafor,

I appreciate the offer and am keen to join. Would Tuesday 17 March be possible for my decision? The
reason is that the pension terms reached me only today, and I want to check them before I sign. In
the meantime the planning for April can continue as agreed.

With kind regards
Alice""",
    ),
    (
        facts(Kind.ACCEPT, 84_500, 8_000, agreed=AGREED),
        """Dear Ms Lindqvist,

Thank you for everything you did to make this possible. I accept the offer as we agreed it:

- Title: Senior Data Engineer, level 5
- Base of 84,500 a year, with a target bonus of 10 %
- Sign-on of 8,000, repayable in full if I leave in the first twelve months
- 30 days of leave
- Start date: 1 June, in the Leeds office with two days from home
- A written review on 1 December

This stands subject to the written contract with these terms. Please send it to this address; I will
return it signed within two days. I look forward to the work with all of you.

Kind regards
Alice""",
    ),
    (
        facts(Kind.ACCEPT, agreed=(Term.EQUITY, Term.VESTING)),
        """Hi Tomas,

I gladly accept, and I am grateful for your patience. So that we have the same picture, these are
the terms as I noted them: base of 88,500, a grant of 1,200 units that vests over four years with a
cliff of one year, 28 days of annual leave, and my first day on 4 May in the Bristol office. I
report to the head of platform, and the role is placed at level 4 of your scale.

My answer hangs on the signed contract and the usual reference checks. What is the next step on your
side, and when may I expect the papers?

Best
Alice""",
    ),
    (
        facts(Kind.ACCEPT),
        """Dear Mr Okafor,

It is a pleasure to say it: I accept your offer of the position of Finance Manager. Thank you, also
to the panel, for the care you took over the last weeks.

As agreed in your letter of 12 March, the salary is 88,500 a year, paid monthly, with the standard
bonus plan and 25 days of leave. I will start on 15 April in Dublin and work from home on Fridays.

I will give notice at my current job once the employment contract is here and signed by both sides.
Could you tell me when it will be sent?

With kind regards
Alice""",
    ),
    (
        facts(Kind.DECLINE),
        """Dear Ms Lindqvist,

Thank you for the offer and for the time of the whole panel. After careful thought I will not be
joining Northwind; another path fits my plans for the next years more closely. I enjoyed meeting the
team and hope that our paths cross again.

Kind regards
Alice""",
    ),
    (
        facts(Kind.DECLINE),
        """Hi Tomas,

I appreciate how openly you dealt with all my questions. I have decided not to accept the position,
and I wanted you to hear it from me at once so that you can go on with your search. If a similar
role opens in the future, I would be glad to talk.

Best
Alice""",
    ),
    (
        facts(Kind.DECLINE),
        """Dear Mr Okafor,

Many thanks for the letter and for the two days you gave me to think. I must decline the offer this
time. It was a hard decision, and your people made it harder in the best sense. Please stay in
touch; I will follow what you build with interest.

With kind regards
Alice""",
    ),
    (
        facts(Kind.PHONE),
        """Hello Ms Lindqvist, thank you for taking the time. I am really glad about the offer and want
to make it work.

There is one point I would like to raise. Based on the posted range and the scope of the role, I had
expected a base closer to 88,500. Is that something we can look at?

(Wait for the answer.)

If the base is fixed, a sign-on bonus would help as well. Which of the two is easier for you?

I do not need an answer now. Could you send it to me in writing once you know more?""",
    ),
    (
        facts(Kind.PHONE, 84_500),
        """Hi Tomas, good to hear you. First of all: I look forward to this job.

About the number. Given the market range for this level, could we settle on 88,500? I am asking
because I would take over two teams from day one.

(Let them speak. Write down what they say.)

If the band cannot move that far, I am open to 84,500 and a signing bonus.

What would you need from me to take this to the pay team? Please confirm by mail what we have said.""",
    ),
    (
        facts(Kind.PHONE),
        """Good morning, Mr Okafor. I have read the letter and I am keen to join.

My question is about the base. My experience with the same system and the midpoint of your range
both point to 88,500. How near can you come?

(Count to five before you speak again.)

Another way would be five more days of leave and a review after six months, in writing.

When shall I call again? Until then I will not say yes or no to anything; I would like to see it
written first.""",
    ),
)
