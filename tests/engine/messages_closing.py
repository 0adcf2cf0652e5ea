"""Three messages of every kind from asking again to the yes or no, with the record they stand on."""

from offers.engine.draft import DraftFacts, Kind, Term
from tests.engine.message_facts import facts

AGREED = (Term.TITLE, Term.LEVEL, Term.BASE, Term.BONUS, Term.SIGN_ON, Term.CLAWBACK, Term.LEAVE)
CLOSING: tuple[tuple[DraftFacts, str], ...] = (
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
