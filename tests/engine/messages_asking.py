"""Three messages of every kind from the thanks to another offer, with the record they stand on."""

from offers.engine.draft import Competing, DraftFacts, Kind
from tests.engine.message_facts import facts

RIVAL = {"competing": Competing.PROCESS, "preferred": True, "competitors": ("Globex",)}
ASKING: tuple[tuple[DraftFacts, str], ...] = (
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
)
