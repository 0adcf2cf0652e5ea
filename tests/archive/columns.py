"""Every column of every table, and what becomes of it when a person takes their data or leaves.

export  stands in the download under the column's name; goes with the account
named   stands in the download by the name of the shared row it points to; goes
secret  opens a door or is the proof of one: in no download; goes
system  keys and bookkeeping that say nothing about a person: in no download; goes
record  stays, and says no longer who it was
shared  belongs to nobody; stays
"""

EVENT = "pgh_id pgh_created_at pgh_label pgh_obj_id pgh_context_id"
EMPLOYER = "id version name website"
INDUSTRY = "id version name padding_low_rate padding_high_rate grade source"
POLICY_VALUE = "id version key value reason"
BAND = (
    "id version employer_id family title level location currency period minimum midpoint maximum basis source"
    " url as_of sample confidence band_set_id valid_from valid_to"
)
BAND_SET = "id version employer_id name state published_at before_id"
PAY_RULE = (
    "id version code country place within_id known_as duty since employees disclose benefits basis"
    " basis_since request request_since request_employees history history_since history_employees note"
    " citation verified source to_check as_of"
)
FIGURES = " ".join(
    f"{unit}_{part}" for unit in ("hour", "year") for part in ("mean", "p10", "p25", "median", "p75", "p90")
)
IMPORTED = "id batch_id digest"
COLUMNS = {
    "accounts_user": {
        "system": "id",
        "secret": "password",
        "export": "email joined_at last_login is_active is_staff is_superuser country subdivision time_zone"
        " mail_reminders",
    },
    "accounts_user_groups": {"system": "id user_id", "named": "group_id"},
    "accounts_user_user_permissions": {"system": "id user_id", "named": "permission_id"},
    "account_emailaddress": {"system": "id user_id", "export": "email verified primary"},
    "account_emailconfirmation": {"system": "id email_address_id created sent", "secret": "key"},
    # The name that a person gives to a key is inside `data`; the download has it as "name".
    "mfa_authenticator": {"system": "id user_id", "secret": "data", "export": "type created_at last_used_at"},
    "usersessions_usersession": {
        "system": "id user_id",
        "secret": "session_key",
        "export": "created_at ip last_seen_at user_agent data",
    },
    "django_session": {"secret": "session_key session_data", "system": "expire_date"},
    "offers_offer": {
        "system": "owner_id pages visited",
        "named": "industry_id band_id pay_rule_id",
        "export": "id created_at changed_at stage is_example company role level seniority place currency"
        " employer_type hard_to_fill stated_as unit base payments_per_year hours_per_week fte bonus_stated"
        " bonus_target_rate sign_on_stated sign_on sign_on_clawback_months equity_stated equity_grant"
        " equity_years leave_stated leave_days deadline named_number said_yes range_minimum range_midpoint"
        " range_maximum range_basis range_source range_from_employer posted_minimum posted_maximum posted_url"
        " posted_on"
        " target walk_away inside_minimum inside_maximum inside_by inside_in_writing stance"
        " bonus_payout_rate bonus_payout_low_rate bonus_payout_high_rate"
        " bonus_first_guaranteed raise_rate variable_stated on_target attainment_rate"
        " ramp_months draw draw_months draw_recoverable clawback_kind clawback_from clawback_gross"
        " equity_believed_rate match_stated match_own_rate match_vested_rate match_rate health_stated"
        " health_premium health_deductible health_coinsurance_rate health_most health_account health_care"
        " public_holidays learning_budget relocation starts_on onsite_days commute_minutes commute_cost"
        " commute_weeks hour_value spending tax_rate alternative_value switching_loss resent"
        " headcount_frozen role_open_days competing_candidates fiscal_year_ending recruiter_hesitates"
        " employees",
    },
    "offers_colleague": {"system": "id offer_id", "export": "pay"},
    "offers_instalment": {"system": "id offer_id", "export": "amount month"},
    "offers_grant": {
        "system": "id offer_id key",
        "export": "label figure meaning units price strike is_private is_written schedule points cliff_months"
        " vests_every starts_after_months believed_rate",
    },
    "offers_matchtier": {"system": "id offer_id", "export": "rate low high"},
    "offers_wish": {"system": "id offer_id", "export": "key movable cap weight each"},
    "offers_evidence": {"system": "id offer_id", "export": "about source low high"},
    "offers_knownrange": {
        "system": "id owner_id key",
        "export": "title level place currency unit minimum midpoint maximum source from_employer seen_on",
    },
    "offers_formtoken": {"system": "id owner_id key offer_id made_at"},
    "drafts_draft": {
        "system": "key version made_of",
        "export": "id offer_id created_at changed_at kind tone text preferred override signature sent_on"
        " review_on basis made_on",
    },
    "drafts_revision": {"system": "id draft_id is_open", "export": "number text made_at"},
    "outcome_decision": {
        "system": "id stage_before",
        "export": "offer_id outcome decided_on asked got made_at",
    },
    "ledger_terms": {
        "system": "key",
        "export": "id offer_id made_at kind heard_on channel person level base bonus_target_rate sign_on"
        " sign_on_clawback_months equity_grant equity_years leave_days benefits reporting_line place"
        " starts_on other decide_by deadline_before",
    },
    "ledger_promise": {
        "system": "key",
        "export": "id offer_id made_at what person channel promised_on state settled_on",
    },
    "ledger_signal": {"system": "key", "export": "id offer_id made_at sign label quote seen_on person"},
    "ledger_observation": {
        "system": "key",
        "export": "id offer_id made_at figure item value channel seen_on person struck_at",
    },
    "ledger_contact": {
        "system": "key version",
        "export": "id offer_id made_at name part email phone notes",
    },
    "compare_comparison": {"system": "id owner_id", "export": "home lock locked_on"},
    "compare_rate": {"system": "id owner_id", "export": "currency home rate dated_on"},
    "compare_criterion": {"system": "id comparison_id", "export": "place name points"},
    "compare_score": {"system": "id", "export": "offer_id lock criterion points reason"},
    "compare_logline": {"system": "id comparison_id", "export": "made_at text"},
    "compare_expectation": {"system": "id", "export": "offer_id expected_on"},
    "dates_reminder": {
        "system": "id message_id",
        "export": "offer_id event day on_the_day due_at made_at sent_at",
    },
    "dates_calendarfeed": {"system": "id owner_id", "secret": "token_hash", "export": "made_at"},
    # Finished documents: what they say stands in the rows they were made from, and those are in the download.
    "briefs_copy": {"system": "id owner_id key made_at name pdf"},
    # Jobs hold the number of a reminder and nothing else; a job that was done is deleted.
    "procrastinate_jobs": {
        "system": "id queue_name task_name priority lock queueing_lock args status scheduled_at attempts"
        " abort_requested worker_id",
    },
    "procrastinate_events": {"system": "id job_id type at"},
    "procrastinate_periodic_defers": {"system": "id task_name defer_timestamp job_id periodic_id"},
    "procrastinate_workers": {"system": "id last_heartbeat"},
    # What an administrator did goes with them; what was done to their account stays, without their address.
    "django_admin_log": {
        "system": "id action_time user_id content_type_id object_id action_flag change_message",
        "record": "object_repr",
    },
    "pghistory_context": {"shared": "id created_at updated_at", "record": "metadata"},
    # Counts of tries: keys are network addresses, numbers of accounts and hashes of addresses.
    "cache": {"shared": "cache_key value expires"},
    "bands_employer": {"shared": EMPLOYER},
    "bands_employerevent": {"shared": f"{EVENT} {EMPLOYER}"},
    "bands_industry": {"shared": INDUSTRY},
    "bands_industryevent": {"shared": f"{EVENT} {INDUSTRY}"},
    "bands_policyvalue": {"shared": POLICY_VALUE},
    "bands_policyvalueevent": {"shared": f"{EVENT} {POLICY_VALUE}"},
    "bands_band": {"shared": BAND},
    "bands_bandevent": {"shared": f"{EVENT} {BAND}"},
    "bands_bandset": {"shared": BAND_SET},
    "bands_bandsetevent": {"shared": f"{EVENT} {BAND_SET}"},
    "bands_payrule": {"shared": PAY_RULE},
    "bands_payruleevent": {"shared": f"{EVENT} {PAY_RULE}"},
    # What publishers have published. Visa filings come without the name of anybody.
    "market_batch": {
        "shared": "id file_name size sha256 layout source year facts state sentence read added changed"
        " unchanged refused flagged examples without_refused step share given_at done_at",
        "record": "given_by_id",
    },
    "market_uploadpart": {"shared": "id batch_id number data"},
    "market_refusedrow": {"shared": "id batch_id line column value reason"},
    "market_keptrow": {"shared": "id batch_id table row from_batch_id before"},
    "market_wage": {
        "shared": f"{IMPORTED} source year area area_title area_type state industry industry_title ownership"
        f" occupation occupation_title occupation_group employment {FIGURES} marks only"
    },
    "market_filing": {
        "shared": f"{IMPORTED} case_number year status visa_class title occupation occupation_title city"
        " county state full_time amount_from amount_to unit level yearly flag"
    },
    "market_filingpay": {"shared": "occupation state county level year sample p10 p25 median p75 p90"},
    "market_occupation": {"shared": f"{IMPORTED} scheme code title level description"},
    "market_occupationtitle": {"shared": f"{IMPORTED} code occupation title short kind"},
    "market_area": {
        "shared": f"{IMPORTED} year state_code state abbreviation area area_title county_code town_code"
        " county"
    },
    "market_parity": {"shared": f"{IMPORTED} place place_title year line_code description level"},
    "market_rate": {"shared": f"{IMPORTED} currency day euro"},
    "market_prevailingwage": {
        "shared": f"{IMPORTED} occupation state county year level_1 level_2 level_3 level_4"
    },
    "market_paystep": {"shared": f"{IMPORTED} scale year grade step amount currency"},
    "market_paylocality": {"shared": f"{IMPORTED} scale year code title added_rate"},
    "auth_permission": {"shared": "id name content_type_id codename"},
    "auth_group": {"shared": "id name"},
    "auth_group_permissions": {"shared": "id group_id permission_id"},
    "django_content_type": {"shared": "id app_label model"},
    "django_migrations": {"shared": "id app name applied"},
}


def classed(table: str, kind: str) -> list[str]:
    """The columns of a table that are of one kind."""
    return COLUMNS[table].get(kind, "").split()
