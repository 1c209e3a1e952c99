# Made from capi/schema.json by python3 bindings/gen/generate.py: change those, not this.
"""The types of the record as classes: members are typed, documented and never change.

    def late(event: openeom.types.RegistrationEvent) -> bool:
        return event.kind == "deregistered" and event.due_process.hearing == "not_met"

What a dossier is read into, whichever way: an attribute is converted when it is first asked for. They can also be made,
with members by name, and put into an edit:

    edit.put("party", openeom.types.Party(id="greens", names=[openeom.types.Name(text="Green Party")]))

A library that is newer than this package may have more types, members and codes: they work in the same way, unknown to
type checkers only.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any, List, Literal, Optional

from . import _records, _values

AdministrativeLevel = Literal["not_stated", "national", "regional", "district", "precinct", "international"]
"""Level of a body, election or figure; local elections are district."""

ElectionType = Literal["not_stated", "presidential", "parliamentary", "local", "referendum"]
"""What is elected."""

ElectionTiming = Literal["not_stated", "regular", "early", "repeat", "by_election", "run_off"]
"""Why it is held when it is held."""

SeatMethod = Literal["not_stated", "list_pr", "majoritarian", "indirect", "appointed", "reserved"]
"""How the seats of a tier are filled."""

YesNo = Literal["not_stated", "yes", "no"]
"""Yes, no, or nobody said."""

VoteBase = Literal[
    "not_stated",
    "valid_votes",
    "party_votes",
    "ballots_cast",
    "voters_participating",
    "registered_voters",
]
"""What a share of votes is a share of."""

RegistrationStage = Literal[
    "not_stated",
    "nominated",
    "submitted",
    "registered",
    "refused",
    "deregistered",
    "on_ballot",
    "elected",
]
"""How far nominations had come when they were counted."""

Counted = Literal["not_stated", "lists", "persons"]
"""Lists and persons are never mixed."""

InstrumentKind = Literal[
    "not_stated",
    "constitution",
    "constitutional_law",
    "law",
    "code",
    "decree",
    "emb_resolution",
    "court_decision",
    "treaty",
    "agreement",
]
"""Rank of a legal instrument."""

Bindingness = Literal["not_stated", "treaty", "political_commitment", "interpretive", "good_practice", "persuasive"]
"""What a standard obliges a state to: case law against other states is persuasive."""

BodyKind = Literal[
    "not_stated",
    "election_commission",
    "court",
    "prosecutor",
    "ministry",
    "regulator",
    "tax_authority",
    "constitutional_body",
    "head_of_state",
    "parliament",
    "government",
    "local_council",
    "international_organisation",
]
"""Kind of institution."""

PlaceKind = Literal[
    "not_stated",
    "country",
    "region",
    "district",
    "city",
    "precinct",
    "out_of_country",
    "special_precinct",
]
"""Kind of place or electoral unit."""

Sex = Literal["not_stated", "female", "male", "other"]
"""Recorded only where reported."""

BallotState = Literal[
    "not_stated",
    "on_ballot",
    "struck_from_printed_ballot",
    "removed_before_printing",
    "vote_counted_invalid",
    "not_on_ballot",
]
"""What voters found on the ballot; apart from the state of registration."""

RegistrationKind = Literal[
    "not_stated",
    "founded",
    "applied",
    "nominated",
    "submitted",
    "postponed",
    "returned_for_correction",
    "registered",
    "refused",
    "pending",
    "suspended",
    "suspended_by_court",
    "reregistration_required",
    "merged",
    "withdrew",
    "withdrawn_by_party",
    "deregistered",
    "liquidated",
    "banned",
    "died",
    "replaced",
    "appealed",
    "upheld",
    "overturned",
    "dismissed",
    "not_examined",
    "reinstated",
    "reinstated_without_effective_remedy",
    "final",
]
"""A step of registration."""

Materiality = Literal["not_stated", "decisive", "minor", "correctable"]
"""How much a defect mattered."""

Asserter = Literal[
    "not_stated",
    "mission",
    "institution",
    "named_speaker",
    "interlocutors",
    "authority",
    "party",
    "citizen_observers",
    "media",
    "compiler",
]
"""Who says so."""

Verification = Literal["not_stated", "corroborated", "single_source", "unverified", "refuted"]
"""How far an assertion is verified."""

Assessment = Literal["unknown", "met", "partly_met", "not_met", "not_applicable"]
"""Whether a safeguard was observed; unknown is neither met nor not met."""

Criterion = Literal[
    "not_stated",
    "legal_ground",
    "facts_proved",
    "reasoned_decision",
    "notice",
    "opportunity_to_cure",
    "hearing",
    "impartial_decision_maker",
    "effective_appeal",
    "proportionality",
    "non_discrimination",
    "uniform_application",
    "timeliness",
    "prior_judicial_control",
]
"""Criterion of due process, D1 to D13."""

ComplaintOutcome = Literal[
    "not_stated",
    "rejected_unexamined",
    "granted",
    "partly_granted",
    "denied",
    "pending",
    "withdrawn",
]
"""What became of a complaint in one instance."""

Medium = Literal["not_stated", "television", "radio", "print", "online", "public_media"]
"""Kind of media."""

ProgrammeType = Literal["not_stated", "news", "advertising", "special", "other"]
"""Kind of programme; special is free access."""

MediaUnit = Literal["not_stated", "seconds", "square_centimetres", "items", "share_only"]
"""What coverage is measured in."""

Tone = Literal["not_stated", "positive", "neutral", "negative"]
"""Tone of an item towards an actor."""

OrganisationKind = Literal[
    "not_stated",
    "intergovernmental",
    "parliamentary",
    "foreign_state",
    "citizen_group",
    "party_agents",
]
"""Kind of observer organisation."""

MissionKind = Literal[
    "not_stated",
    "international_mission",
    "election_observation_mission",
    "limited_election_observation_mission",
    "election_assessment_mission",
    "expert_team",
    "needs_assessment_mission",
    "parliamentary_delegation",
    "citizen_observation",
]
"""IEOM, EOM, LEOM, EAM, expert team, NAM, parliamentary delegation, citizen observation."""

ObservationMode = Literal["not_stated", "mobile", "stationary", "count_only"]
"""Mobile and stationary observation are never pooled."""

Phase = Literal[
    "not_stated",
    "party_registration",
    "candidate_registration",
    "campaign",
    "opening",
    "voting",
    "counting",
    "tabulation",
    "results",
    "post_election",
    "whole",
]
"""Phase of the electoral process."""

QuestionScale = Literal["not_stated", "yes_no", "four_point", "number", "frequency", "time", "text", "choice"]
"""Scale of a form's question; four points run from very good to very bad."""

Polarity = Literal["not_stated", "positive", "negative", "mixed", "neutral"]
"""Whether a finding praises or faults."""

Basis = Literal["not_stated", "observed", "document", "interview", "media", "statistics"]
"""What an assertion was made on."""

IncidentSeverity = Literal["not_stated", "minor_procedural", "significant_procedural", "serious_violation"]
"""How grave; apart from what it is."""

ResultStatus = Literal[
    "not_stated",
    "exit_poll",
    "partial",
    "preliminary",
    "final",
    "court_amended",
    "annulled",
    "claimed",
]
"""Preliminary, final and amended figures stand side by side."""

SourceTier = Literal["not_stated", "observer_institution", "authority_or_agency", "mirror"]
"""1 observer institutions, 2 authorities, agencies, non-governmental organisations, 3 mirrors and reposts."""

EvidenceKind = Literal[
    "not_stated",
    "form_answer",
    "observation_note",
    "protocol_copy",
    "decision_text",
    "law_text",
    "interview",
    "media_recording",
    "press_item",
    "official_statistic",
    "published_statement",
    "derived",
]
"""Kind of evidence."""

Confidence = Literal["not_stated", "high", "medium", "low"]
"""How well a source bears out what is taken from it."""

FindingKind = Literal["not_stated", "factual", "legal", "conclusion"]
"""A conclusion rests on findings, not only on evidence."""

NamedBy = Literal["not_stated", "text", "compiler"]
"""Whether the text names a standard or the compiler sets it beside."""

State = Literal["not_stated", "draft", "reviewed", "cleared", "published", "withdrawn"]
"""How far a finding or a document has come."""

ImpliedBy = Literal["not_stated", "issuers", "no_agent", "context"]
"""Why a part has a code though no words carry it."""

Persistence = Literal["not_stated", "new", "previously_noted", "improved", "worsened", "resolved"]
"""How a finding compares with an earlier election or report."""

Determination = Literal["not_stated", "determined", "not_determinable"]
"""Whether the thing itself could be established; not a doubt about who says so."""

LegalTest = Literal[
    "not_stated",
    "legality",
    "legitimate_aim",
    "necessity",
    "proportionality",
    "non_discrimination",
    "reasonableness",
    "derogation",
    "missing_guarantee",
]
"""The test that a law or a restriction fails."""

RecommendationPriority = Literal["not_stated", "priority", "other"]
"""Class in a final report."""

FollowUpStatus = Literal[
    "not_yet_evaluated",
    "fully_implemented",
    "mostly_implemented",
    "partially_implemented",
    "not_implemented",
    "no_longer_applicable",
]
"""How far a recommendation was followed."""

DocumentKind = Literal[
    "not_stated",
    "press_release",
    "preliminary_statement",
    "final_report",
    "interim_report",
    "needs_assessment_report",
    "statement_by_heads",
    "follow_up_note",
    "authority_response",
    "citizen_observer_statement",
    "parliamentary_report",
    "reconstruction",
]
"""Kind of document."""

SentenceOrigin = Literal["not_stated", "authored", "adopted", "boilerplate", "external"]
"""Written here, adopted from a suggestion, standing text, or of a document that others published."""

AnchorRole = Literal[
    "not_stated",
    "asserts",
    "polarity",
    "quantity",
    "degree",
    "scope",
    "persistence",
    "attribution",
    "actor",
    "determination",
    "test_failed",
    "concedes",
    "figure",
    "quote",
    "law",
    "standard",
    "background",
]
"""What the words of an anchor carry; actor and attribution are responsible_actor and asserted_by."""

ClearanceRole = Literal["not_stated", "analyst", "legal", "head", "headquarters", "delegation"]
"""In which role somebody clears a text."""

CriterionGroup = Literal["not_stated", "procedure", "substance", "timing", "contested"]
"""How the thirteen criteria are grouped; the last is contested in doctrine."""

ErasureGround = Literal[
    "not_stated",
    "no_longer_necessary",
    "consent_withdrawn",
    "objection",
    "unlawful_processing",
    "legal_obligation",
    "safety",
]
"""Why data had to go: the grounds of Article 17(1) GDPR, or somebody's safety."""


class Election(_records.Record, name="election"):
    """An election or referendum, one round of it."""

    id: str = _records.member()
    """identifier, unique in its register"""
    notes: List[str] = _records.member(default=())
    """what a reader must know besides, in the compiler's words"""
    external_identifiers: List[ExternalIdentifier] = _records.member(default=())
    """what partners' systems call it; no two records of a type share one"""
    evidence: List[_records.Reference] = _records.member(default=())
    """what the record rests on"""
    names: List[Name] = _records.member(default=())
    """what it is called"""
    country: Optional[str] = _records.member(default=None)
    """ISO 3166-1 alpha-2 code"""
    level: AdministrativeLevel = _records.member(default="not_stated")
    """national, regional or local (district)"""
    institution: Optional[str] = _records.member(default=None)
    """what is elected, by its name"""
    type: ElectionType = _records.member(default="not_stated")
    """presidential, parliamentary, local or referendum"""
    timing: ElectionTiming = _records.member(default="not_stated")
    """regular, early, repeat, by-election or run-off"""
    calling_act: Optional[str] = _records.member(default=None)
    """the act that called it"""
    called: Optional[_values.Date] = _records.member(default=None)
    """when it was called"""
    dates: List[_values.Date] = _records.member(default=())
    """election day or days"""
    concurrent: List[_records.Reference] = _records.member(default=())
    """elections held on the same day"""
    prior: Optional[_records.Reference] = _records.member(default=None)
    """the election before it, or the first round of a run-off"""
    next: Optional[_records.Reference] = _records.member(default=None)
    """the election after it"""
    calendar: List[CalendarItem] = _records.member(default=())
    """dates and periods of the electoral calendar"""
    registered_voters: Optional[_values.Quantity] = _records.member(default=None)
    """voters on the lists (persons)"""
    polling_stations: Optional[_values.Quantity] = _records.member(default=None)
    """stations that operated (stations)"""
    polling_stations_abroad: Optional[_values.Quantity] = _records.member(default=None)
    """stations in other countries (stations)"""
    commissions: Optional[_values.Quantity] = _records.member(default=None)
    """election commissions of all levels (commissions)"""
    ballots_per_voter: Optional[int] = _records.member(default=None)
    """ballots that a voter receives (ballots)"""
    voting_hours: Optional[str] = _records.member(default=None)
    """opening and closing hours as told"""
    budget: Optional[_values.Quantity] = _records.member(default=None)
    """state budget for the election, in whole units of the currency"""
    currency: Optional[str] = _records.member(default=None)
    """ISO 4217 code"""
    data_cutoff: Optional[_values.Date] = _records.member(default=None)
    """the day up to which the dossier follows this election"""


class ExternalIdentifier(_records.Part, name="external_identifier"):
    """What a partner's system calls the record."""

    system: str = _records.member()
    """the partner's system, such as vote-monitor"""
    id: str = _records.member()
    """the identifier there, as it is written there"""


class Name(_records.Part, name="name"):
    """A name in one language."""

    text: str = _records.member()
    """the name as written"""
    language: Optional[str] = _records.member(default=None)
    """BCP 47 tag"""


class CalendarItem(_records.Part, name="calendar_item"):
    """A date or period of the electoral calendar."""

    stage: str = _records.member()
    """what begins, ends or is due"""
    dates: Optional[_values.Date] = _records.member(default=None)
    """when"""
    rule: Optional[str] = _records.member(default=None)
    """the hour or rule that the dates do not show"""


class SeatTier(_records.Record, name="seat_tier"):
    """Seats of an institution that are filled in one way."""

    id: str = _records.member()
    """identifier, unique in its register"""
    notes: List[str] = _records.member(default=())
    """what a reader must know besides, in the compiler's words"""
    external_identifiers: List[ExternalIdentifier] = _records.member(default=())
    """what partners' systems call it; no two records of a type share one"""
    evidence: List[_records.Reference] = _records.member(default=())
    """what the record rests on"""
    election: _records.Reference = _records.member()
    """the election that fills them"""
    seats: Optional[int] = _records.member(default=None)
    """how many (seats)"""
    method: SeatMethod = _records.member(default="not_stated")
    """how they are filled"""
    constituency: Optional[str] = _records.member(default=None)
    """the constituency or constituencies"""
    threshold: Threshold = _records.member(default={})
    """share below which a list takes no seats"""
    formula: Optional[str] = _records.member(default=None)
    """how votes become seats"""
    special_rules: List[str] = _records.member(default=())
    """such as a guarantee for a second party"""
    minimum_lists: Optional[int] = _records.member(default=None)
    """lists admitted to the distribution whatever their share (lists)"""
    correction_index: Optional[Decimal] = _records.member(default=None)
    """factor applied to the quota of a list admitted below the threshold"""
    candidates: Optional[_values.Quantity] = _records.member(default=None)
    """candidates that stood in the tier (persons)"""
    contested: YesNo = _records.member(default="not_stated")
    """whether there were more candidates than seats"""
    term_years: Optional[int] = _records.member(default=None)
    """length of the term (years)"""
    dates: List[_values.Date] = _records.member(default=())
    """when filled, where that differs from election day"""


class Threshold(_records.Part, name="threshold"):
    """Share of votes below which a list takes no seats."""

    percent: Optional[Decimal] = _records.member(default=None)
    """the share (percent)"""
    base: VoteBase = _records.member(default="not_stated")
    """what it is a share of"""


class RegistrationTotal(_records.Record, name="registration_total"):
    """How many lists or persons had reached a stage of registration, as somebody counted them."""

    id: str = _records.member()
    """identifier, unique in its register"""
    notes: List[str] = _records.member(default=())
    """what a reader must know besides, in the compiler's words"""
    external_identifiers: List[ExternalIdentifier] = _records.member(default=())
    """what partners' systems call it; no two records of a type share one"""
    evidence: List[_records.Reference] = _records.member(default=())
    """what the record rests on"""
    election: _records.Reference = _records.member()
    """the election"""
    tier: Optional[_records.Reference] = _records.member(default=None)
    """the seats they stand for"""
    stage: RegistrationStage = _records.member(default="not_stated")
    """how far they had come"""
    counted: Counted = _records.member(default="not_stated")
    """lists or persons"""
    level: AdministrativeLevel = _records.member(default="not_stated")
    """level of the councils, for local elections"""
    of: Optional[str] = _records.member(default=None)
    """what the count leaves out or is limited to"""
    count: Optional[_values.Quantity] = _records.member(default=None)
    """how many"""
    women: Optional[_values.Quantity] = _records.member(default=None)
    """how many of them are women"""
    nationalities: Optional[_values.Quantity] = _records.member(default=None)
    """how many nationalities they declared"""
    average_age: Optional[Decimal] = _records.member(default=None)
    """their average age (years)"""
    as_of: Optional[_values.Date] = _records.member(default=None)
    """when counted"""


class LegalInstrument(_records.Record, name="legal_instrument"):
    """A law, decree or other legal act of a state."""

    id: str = _records.member()
    """identifier, unique in its register"""
    notes: List[str] = _records.member(default=())
    """what a reader must know besides, in the compiler's words"""
    external_identifiers: List[ExternalIdentifier] = _records.member(default=())
    """what partners' systems call it; no two records of a type share one"""
    evidence: List[_records.Reference] = _records.member(default=())
    """what the record rests on"""
    title: str = _records.member()
    """its title"""
    country: Optional[str] = _records.member(default=None)
    """ISO 3166-1 alpha-2 code"""
    kind: InstrumentKind = _records.member(default="not_stated")
    """its rank"""
    number: Optional[str] = _records.member(default=None)
    """its official number"""
    adopted: Optional[_values.Date] = _records.member(default=None)
    """when adopted"""
    in_force_from: Optional[_values.Date] = _records.member(default=None)
    """when it came into force"""
    in_force_to: Optional[_values.Date] = _records.member(default=None)
    """when it ceased to be in force"""
    consolidated: Optional[_values.Date] = _records.member(default=None)
    """date of the consolidated text that was read"""


class Provision(_records.Record, name="provision"):
    """An article or paragraph of a legal instrument, in one version."""

    id: str = _records.member()
    """identifier, unique in its register"""
    notes: List[str] = _records.member(default=())
    """what a reader must know besides, in the compiler's words"""
    external_identifiers: List[ExternalIdentifier] = _records.member(default=())
    """what partners' systems call it; no two records of a type share one"""
    evidence: List[_records.Reference] = _records.member(default=())
    """what the record rests on"""
    instrument: _records.Reference = _records.member()
    """where it stands"""
    article: Optional[str] = _records.member(default=None)
    """article and paragraph as cited, such as 89(6)(4)"""
    summary: Optional[str] = _records.member(default=None)
    """what it says, in the compiler's words"""
    topic: Optional[str] = _records.member(default=None)
    """subject"""
    valid_from: Optional[_values.Date] = _records.member(default=None)
    """from when this version held; empty where not confirmed"""
    valid_to: Optional[_values.Date] = _records.member(default=None)
    """until when this version held"""
    version_read: Optional[_values.Date] = _records.member(default=None)
    """date of the text that was read"""
    standards: List[str] = _records.member(default=())
    """standards that the compiler sets beside it"""


class Standard(_records.Record, name="standard"):
    """A paragraph of an international instrument, or an instrument as a whole; its id is the instrument's, then
    numbers, dotted."""

    id: str = _records.member()
    """identifier, unique in its register"""
    notes: List[str] = _records.member(default=())
    """what a reader must know besides, in the compiler's words"""
    external_identifiers: List[ExternalIdentifier] = _records.member(default=())
    """what partners' systems call it; no two records of a type share one"""
    instrument: Optional[str] = _records.member(default=None)
    """id of the instrument's own entry; empty for the instrument itself"""
    title: str = _records.member()
    """title of the instrument, or short name of the paragraph"""
    paragraph: Optional[str] = _records.member(default=None)
    """paragraph or article as cited"""
    summary: Optional[str] = _records.member(default=None)
    """what it says, in the library's words"""
    bindingness: Bindingness = _records.member(default="not_stated")
    """what it obliges a state to; empty where the instrument's holds"""
    adopted: Optional[_values.Date] = _records.member(default=None)
    """when adopted: it applies to nothing earlier"""
    applies_to: List[Applicability] = _records.member(default=())
    """countries and dates; empty where the instrument's hold"""
    rights: List[str] = _records.member(default=())
    """rights it protects"""
    provenance: Optional[str] = _records.member(default=None)
    """where the paraphrase was checked"""


class Applicability(_records.Part, name="applicability"):
    """Whether and since when a standard applies to a country."""

    country: Optional[str] = _records.member(default=None)
    """ISO 3166-1 alpha-2 code, or * for every state"""
    ratified: Optional[_values.Date] = _records.member(default=None)
    """when ratified"""
    since: Optional[_values.Date] = _records.member(default=None)
    """from when it applies to the country; an unknown start is empty"""
    until: Optional[_values.Date] = _records.member(default=None)
    """until when"""
    how: Optional[str] = _records.member(default=None)
    """by ratification, by participation, by membership ..."""


class CaseLaw(_records.Record, name="case_law"):
    """A view or judgment that interprets a standard."""

    id: str = _records.member()
    """identifier, unique in its register"""
    notes: List[str] = _records.member(default=())
    """what a reader must know besides, in the compiler's words"""
    external_identifiers: List[ExternalIdentifier] = _records.member(default=())
    """what partners' systems call it; no two records of a type share one"""
    title: str = _records.member()
    """parties"""
    body: Optional[str] = _records.member(default=None)
    """court or committee"""
    number: Optional[str] = _records.member(default=None)
    """communication or application number"""
    decided: Optional[_values.Date] = _records.member(default=None)
    """when decided"""
    country: Optional[str] = _records.member(default=None)
    """respondent state"""
    standards: List[str] = _records.member(default=())
    """standards it interprets"""
    summary: Optional[str] = _records.member(default=None)
    """what was held, in the library's words"""
    bindingness: Bindingness = _records.member(default="not_stated")
    """for other states: interpretive or persuasive"""
    provenance: Optional[str] = _records.member(default=None)
    """where it was read"""


class Body(_records.Record, name="body"):
    """An election commission, court, ministry or other institution."""

    id: str = _records.member()
    """identifier, unique in its register"""
    notes: List[str] = _records.member(default=())
    """what a reader must know besides, in the compiler's words"""
    external_identifiers: List[ExternalIdentifier] = _records.member(default=())
    """what partners' systems call it; no two records of a type share one"""
    evidence: List[_records.Reference] = _records.member(default=())
    """what the record rests on"""
    names: List[Name] = _records.member()
    """its names, spellings and abbreviations"""
    kind: BodyKind = _records.member(default="not_stated")
    """what kind of institution"""
    level: AdministrativeLevel = _records.member(default="not_stated")
    """its level"""
    country: Optional[str] = _records.member(default=None)
    """ISO 3166-1 alpha-2 code"""
    parent: Optional[_records.Reference] = _records.member(default=None)
    """the body above it"""
    place: Optional[_records.Reference] = _records.member(default=None)
    """the territory it is competent for"""
    members: List[Office] = _records.member(default=())
    """who sits on it, public roles only"""
    term_years: Optional[int] = _records.member(default=None)
    """length of its term (years)"""


class Office(_records.Part, name="office"):
    """A seat on a body."""

    person: Optional[_records.Reference] = _records.member(default=None)
    """who holds it"""
    role: Optional[str] = _records.member(default=None)
    """chair, secretary, member ..."""
    since: Optional[_values.Date] = _records.member(default=None)
    """since when"""
    until: Optional[_values.Date] = _records.member(default=None)
    """until when"""
    proposed_by: Optional[str] = _records.member(default=None)
    """who proposed the person"""


class Place(_records.Record, name="place"):
    """A territory, town, precinct or polling station."""

    id: str = _records.member()
    """identifier, unique in its register"""
    notes: List[str] = _records.member(default=())
    """what a reader must know besides, in the compiler's words"""
    external_identifiers: List[ExternalIdentifier] = _records.member(default=())
    """what partners' systems call it; no two records of a type share one"""
    evidence: List[_records.Reference] = _records.member(default=())
    """what the record rests on"""
    names: List[Name] = _records.member(default=())
    """its names"""
    kind: PlaceKind = _records.member(default="not_stated")
    """what kind of place"""
    within: Optional[_records.Reference] = _records.member(default=None)
    """the place around it"""
    country: Optional[str] = _records.member(default=None)
    """ISO 3166-1 alpha-2 code"""
    code: Optional[str] = _records.member(default=None)
    """official code, as text"""
    code_aliases: List[str] = _records.member(default=())
    """other codes in use for it"""


class StationList(_records.Record, name="station_list"):
    """A dated version of the authority's list of stations."""

    id: str = _records.member()
    """identifier, unique in its register"""
    notes: List[str] = _records.member(default=())
    """what a reader must know besides, in the compiler's words"""
    external_identifiers: List[ExternalIdentifier] = _records.member(default=())
    """what partners' systems call it; no two records of a type share one"""
    evidence: List[_records.Reference] = _records.member(default=())
    """what the record rests on"""
    election: _records.Reference = _records.member()
    """the election"""
    authority: Optional[_records.Reference] = _records.member(default=None)
    """who published it"""
    version: Optional[_values.Date] = _records.member(default=None)
    """its date"""
    stations: List[ListedStation] = _records.member(default=())
    """its lines"""


class ListedStation(_records.Part, name="listed_station"):
    """A line of an authority's list of stations."""

    place: _records.Reference = _records.member()
    """the station"""
    registered_voters: Optional[int] = _records.member(default=None)
    """voters registered there (persons)"""
    location: Optional[str] = _records.member(default=None)
    """building or address as listed"""
    mobile_voting: YesNo = _records.member(default="not_stated")
    """whether it has mobile voting"""


class Person(_records.Record, name="person"):
    """A person in a public role."""

    id: str = _records.member()
    """identifier, unique in its register"""
    notes: List[str] = _records.member(default=())
    """what a reader must know besides, in the compiler's words"""
    external_identifiers: List[ExternalIdentifier] = _records.member(default=())
    """what partners' systems call it; no two records of a type share one"""
    evidence: List[_records.Reference] = _records.member(default=())
    """what the record rests on"""
    names: List[Name] = _records.member()
    """names and spellings"""
    sex: Sex = _records.member(default="not_stated")
    """only where reported"""
    country: Optional[str] = _records.member(default=None)
    """ISO 3166-1 alpha-2 code"""
    roles: List[Role] = _records.member(default=())
    """public roles with their dates"""


class Role(_records.Part, name="role"):
    """A public role of a person."""

    title: str = _records.member()
    """the role, in words"""
    at: Optional[_records.Reference] = _records.member(default=None)
    """the body, party, mission or delegation it belongs to"""
    since: Optional[_values.Date] = _records.member(default=None)
    """since when"""
    until: Optional[_values.Date] = _records.member(default=None)
    """until when"""


class Party(_records.Record, name="party"):
    """A political party or movement, registered or not; what happened to it stands in registration events."""

    id: str = _records.member()
    """identifier, unique in its register"""
    notes: List[str] = _records.member(default=())
    """what a reader must know besides, in the compiler's words"""
    external_identifiers: List[ExternalIdentifier] = _records.member(default=())
    """what partners' systems call it; no two records of a type share one"""
    evidence: List[_records.Reference] = _records.member(default=())
    """what the record rests on"""
    names: List[Name] = _records.member()
    """its names, by language"""
    abbreviations: List[str] = _records.member(default=())
    """short forms in use"""
    country: Optional[str] = _records.member(default=None)
    """ISO 3166-1 alpha-2 code"""
    described_as: Optional[str] = _records.member(default=None)
    """how sources describe its position"""
    founded: Optional[_values.Date] = _records.member(default=None)
    """when founded"""
    leaders: List[Leadership] = _records.member(default=())
    """who leads it, with dates"""
    merged_into: Optional[_records.Reference] = _records.member(default=None)
    """the party it merged into"""
    members_claimed: Optional[_values.Quantity] = _records.member(default=None)
    """members it says it has (persons)"""


class Leadership(_records.Part, name="leadership"):
    """Somebody's leadership of a party."""

    person: _records.Reference = _records.member()
    """the leader"""
    role: Optional[str] = _records.member(default=None)
    """chair, co-chair ..."""
    since: Optional[_values.Date] = _records.member(default=None)
    """since when"""
    until: Optional[_values.Date] = _records.member(default=None)
    """until when"""


class CandidateList(_records.Record, name="candidate_list"):
    """A party's list of candidates."""

    id: str = _records.member()
    """identifier, unique in its register"""
    notes: List[str] = _records.member(default=())
    """what a reader must know besides, in the compiler's words"""
    external_identifiers: List[ExternalIdentifier] = _records.member(default=())
    """what partners' systems call it; no two records of a type share one"""
    evidence: List[_records.Reference] = _records.member(default=())
    """what the record rests on"""
    party: _records.Reference = _records.member()
    """whose list"""
    election: _records.Reference = _records.member()
    """for which election"""
    tier: Optional[_records.Reference] = _records.member(default=None)
    """for which seats"""
    nominated: Optional[_values.Quantity] = _records.member(default=None)
    """candidates nominated on it (persons)"""
    registered: Optional[_values.Quantity] = _records.member(default=None)
    """candidates registered on it (persons)"""
    incumbents: Optional[_values.Quantity] = _records.member(default=None)
    """sitting members among them (persons)"""
    nominated_on: Optional[_values.Date] = _records.member(default=None)
    """when nominated"""
    ballot_state: BallotState = _records.member(default="not_stated")
    """what voters found on the ballot"""
    ballot_number: Optional[int] = _records.member(default=None)
    """its number on the ballot"""


class Candidacy(_records.Record, name="candidacy"):
    """A person standing for election, or several of a batch where the source names none."""

    id: str = _records.member()
    """identifier, unique in its register"""
    notes: List[str] = _records.member(default=())
    """what a reader must know besides, in the compiler's words"""
    external_identifiers: List[ExternalIdentifier] = _records.member(default=())
    """what partners' systems call it; no two records of a type share one"""
    evidence: List[_records.Reference] = _records.member(default=())
    """what the record rests on"""
    election: _records.Reference = _records.member()
    """the election"""
    person: Optional[_records.Reference] = _records.member(default=None)
    """who stands"""
    list: Optional[_records.Reference] = _records.member(default=None)
    """on which list"""
    constituency: Optional[str] = _records.member(default=None)
    """where, in constituencies"""
    position: Optional[int] = _records.member(default=None)
    """place on the list, from 1"""
    independent: YesNo = _records.member(default="not_stated")
    """whether without a party"""
    ballot_state: BallotState = _records.member(default="not_stated")
    """what voters found on the ballot"""


class RegistrationEvent(_records.Record, name="registration_event"):
    """One step in the registration of a party, list or candidacy, or of a batch decided as one."""

    id: str = _records.member()
    """identifier, unique in its register"""
    notes: List[str] = _records.member(default=())
    """what a reader must know besides, in the compiler's words"""
    external_identifiers: List[ExternalIdentifier] = _records.member(default=())
    """what partners' systems call it; no two records of a type share one"""
    evidence: List[_records.Reference] = _records.member(default=())
    """what the record rests on"""
    subject: _records.Reference = _records.member()
    """party, candidate_list, candidacy or seat_tier (a batch on its lists)"""
    election: Optional[_records.Reference] = _records.member(default=None)
    """the election it bears on"""
    kind: RegistrationKind = _records.member()
    """what happened"""
    subjects: Optional[_values.Quantity] = _records.member(default=None)
    """how many candidates a batch concerned (persons)"""
    parties: List[_records.Reference] = _records.member(default=())
    """parties whose candidates a batch concerned, as far as named"""
    parties_affected: Optional[_values.Quantity] = _records.member(default=None)
    """how many parties a batch concerned (parties)"""
    persons: List[_records.Reference] = _records.member(default=())
    """persons of a batch that a source names"""
    body: Optional[_records.Reference] = _records.member(default=None)
    """who decided"""
    level: Optional[int] = _records.member(default=None)
    """instance of an appeal, from 1"""
    follows: Optional[_records.Reference] = _records.member(default=None)
    """the event that this one answers"""
    occurred: Optional[_values.Date] = _records.member(default=None)
    """when it happened, where nobody decided it"""
    decided: Optional[_values.Date] = _records.member(default=None)
    """when decided"""
    published: Optional[_values.Date] = _records.member(default=None)
    """when announced"""
    notified_to_subject: Optional[_values.Date] = _records.member(default=None)
    """when the subject was told"""
    effective: Optional[_values.Date] = _records.member(default=None)
    """from when it had effect"""
    ends: Optional[_values.Date] = _records.member(default=None)
    """until when it had effect"""
    grounds: List[str] = _records.member(default=())
    """kinds of ground"""
    legal_ground: Optional[str] = _records.member(default=None)
    """the provision cited, as cited"""
    provision: Optional[_records.Reference] = _records.member(default=None)
    """the provision cited, where the dossier holds it"""
    factual_ground: Optional[str] = _records.member(default=None)
    """the facts alleged, in the compiler's words"""
    evidence_relied_on: Optional[str] = _records.member(default=None)
    """evidence that the decision relied on"""
    proof_standard: Optional[str] = _records.member(default=None)
    """standard of proof applied"""
    materiality: Materiality = _records.member(default="not_stated")
    """how much the defect mattered"""
    initiator: Optional[str] = _records.member(default=None)
    """who set it in motion"""
    vote: Optional[str] = _records.member(default=None)
    """how the body voted"""
    fine: Optional[_values.Quantity] = _records.member(default=None)
    """fine imposed, in whole units of its currency"""
    fine_currency: Optional[str] = _records.member(default=None)
    """ISO 4217 code"""
    due_process: DueProcess = _records.member(default={})
    """safeguards, as far as the file holds evidence"""
    consequences: List[str] = _records.member(default=())
    """what followed for the subject"""
    asserted_by: Asserter = _records.member(default="not_stated")
    """who says that it happened"""
    verification: Verification = _records.member(default="not_stated")
    """how far that is verified"""


class DueProcess(_records.Part, name="due_process"):
    """Safeguards of a decision on registration; what our file holds, not what happened."""

    legal_ground: Assessment = _records.member(default="unknown")
    """D1: is the ground named in law, foreseeable, objective?"""
    facts_proved: Assessment = _records.member(default="unknown")
    """D2: is evidence stated, testable, by a competent body?"""
    reasoned_decision: Assessment = _records.member(default="unknown")
    """D3: is there a written decision that lists all grounds and was delivered?"""
    notice: Assessment = _records.member(default="unknown")
    """D4: was the subject told beforehand, with time?"""
    opportunity_to_cure: Assessment = _records.member(default="unknown")
    """D5: could minor defects be corrected?"""
    hearing: Assessment = _records.member(default="unknown")
    """D6: could the subject be present, answer, bring evidence and counsel?"""
    impartial_decision_maker: Assessment = _records.member(default="unknown")
    """D7: is the deciding body independent, its vote recorded?"""
    effective_appeal: Assessment = _records.member(default="unknown")
    """D8: was an appeal decided in time to return to the ballot?"""
    proportionality: Assessment = _records.member(default="unknown")
    """D9: was there a milder sanction; did the defect matter?"""
    non_discrimination: Assessment = _records.member(default="unknown")
    """D10: same rule and same outcome across parties?"""
    uniform_application: Assessment = _records.member(default="unknown")
    """D11: are method and tolerance published and consistent?"""
    timeliness: Assessment = _records.member(default="unknown")
    """D12: how late, with what effect on campaign and ballot?"""
    prior_judicial_control: Assessment = _records.member(default="unknown")
    """D13: was there a court before the right was lost?"""
    held: List[CriterionEvidence] = _records.member(default=())
    """what the file holds on each criterion"""


class CriterionEvidence(_records.Part, name="criterion_evidence"):
    """What our file holds on one criterion."""

    criterion: Criterion = _records.member()
    """which of the thirteen"""
    holds: Optional[str] = _records.member(default=None)
    """what the evidence says, in the compiler's words"""
    asserted_by: Asserter = _records.member(default="not_stated")
    """who says so"""
    asserted_by_whom: Optional[_records.Reference] = _records.member(default=None)
    """which body, person, party or organisation"""
    evidence: List[_records.Reference] = _records.member()
    """where it stands"""


class Complaint(_records.Record, name="complaint"):
    """A complaint or appeal in one instance."""

    id: str = _records.member()
    """identifier, unique in its register"""
    notes: List[str] = _records.member(default=())
    """what a reader must know besides, in the compiler's words"""
    external_identifiers: List[ExternalIdentifier] = _records.member(default=())
    """what partners' systems call it; no two records of a type share one"""
    evidence: List[_records.Reference] = _records.member(default=())
    """what the record rests on"""
    election: Optional[_records.Reference] = _records.member(default=None)
    """the election"""
    filer_type: Optional[str] = _records.member(default=None)
    """kind of complainant"""
    filer: Optional[_records.Reference] = _records.member(default=None)
    """the party, list or candidacy that complained"""
    respondent: Optional[str] = _records.member(default=None)
    """against whom"""
    forum: Optional[_records.Reference] = _records.member(default=None)
    """body that received it"""
    subject: Optional[str] = _records.member(default=None)
    """what it is about, in words"""
    about: Optional[_records.Reference] = _records.member(default=None)
    """the record it is about, such as a registration event"""
    instance: Optional[int] = _records.member(default=None)
    """first, second ... instance, from 1"""
    appeals: Optional[_records.Reference] = _records.member(default=None)
    """the complaint whose outcome this one appeals"""
    lodged: Optional[_values.Date] = _records.member(default=None)
    """when lodged"""
    deadline_to_lodge: Optional[_values.Date] = _records.member(default=None)
    """last day to lodge it"""
    deadline_to_decide: Optional[_values.Date] = _records.member(default=None)
    """last day to decide it"""
    decided: Optional[_values.Date] = _records.member(default=None)
    """when decided"""
    published: Optional[_values.Date] = _records.member(default=None)
    """when the decision was published"""
    heard: YesNo = _records.member(default="not_stated")
    """whether there was a hearing"""
    hearing_public: YesNo = _records.member(default="not_stated")
    """whether the hearing was public"""
    reasons_published: YesNo = _records.member(default="not_stated")
    """whether the reasons were published"""
    remedy_asked: Optional[str] = _records.member(default=None)
    """what was asked for"""
    outcome: ComplaintOutcome = _records.member(default="not_stated")
    """what was decided"""
    remedy_effective_before_election: YesNo = _records.member(default="not_stated")
    """whether a remedy took effect before election day"""
    enforced: YesNo = _records.member(default="not_stated")
    """whether the decision was carried out"""
    count: Optional[_values.Quantity] = _records.member(default=None)
    """how many, where a source counts complaints together (complaints)"""


class SupervisoryAct(_records.Record, name="supervisory_act"):
    """Acts of a prosecutor or other supervisor; these are not complaints."""

    id: str = _records.member()
    """identifier, unique in its register"""
    notes: List[str] = _records.member(default=())
    """what a reader must know besides, in the compiler's words"""
    external_identifiers: List[ExternalIdentifier] = _records.member(default=())
    """what partners' systems call it; no two records of a type share one"""
    evidence: List[_records.Reference] = _records.member(default=())
    """what the record rests on"""
    election: Optional[_records.Reference] = _records.member(default=None)
    """the election"""
    body: Optional[_records.Reference] = _records.member(default=None)
    """who acted"""
    kind: str = _records.member()
    """warning, proposal, administrative case, statement ..."""
    count: Optional[_values.Quantity] = _records.member(default=None)
    """how many (acts)"""
    since: Optional[_values.Date] = _records.member(default=None)
    """start of the period counted"""
    until: Optional[_values.Date] = _records.member(default=None)
    """end of the period counted"""


class CampaignEvent(_records.Record, name="campaign_event"):
    """A rally, debate, tour or other act of a campaign or protest."""

    id: str = _records.member()
    """identifier, unique in its register"""
    notes: List[str] = _records.member(default=())
    """what a reader must know besides, in the compiler's words"""
    external_identifiers: List[ExternalIdentifier] = _records.member(default=())
    """what partners' systems call it; no two records of a type share one"""
    evidence: List[_records.Reference] = _records.member(default=())
    """what the record rests on"""
    election: Optional[_records.Reference] = _records.member(default=None)
    """the election"""
    actors: List[_records.Reference] = _records.member(default=())
    """parties, persons or bodies acting"""
    kind: Optional[str] = _records.member(default=None)
    """rally, debate, tour ..."""
    place: Optional[_records.Reference] = _records.member(default=None)
    """where"""
    occurred: Optional[_values.Date] = _records.member(default=None)
    """when"""
    issue: Optional[str] = _records.member(default=None)
    """its subject"""
    summary: Optional[str] = _records.member(default=None)
    """what happened, in the compiler's words"""
    participants: Optional[_values.Quantity] = _records.member(default=None)
    """how many took part (persons)"""


class FinanceReport(_records.Record, name="finance_report"):
    """A campaign's income and expenditure in a period."""

    id: str = _records.member()
    """identifier, unique in its register"""
    notes: List[str] = _records.member(default=())
    """what a reader must know besides, in the compiler's words"""
    external_identifiers: List[ExternalIdentifier] = _records.member(default=())
    """what partners' systems call it; no two records of a type share one"""
    evidence: List[_records.Reference] = _records.member(default=())
    """what the record rests on"""
    election: _records.Reference = _records.member()
    """the election"""
    subject: Optional[_records.Reference] = _records.member(default=None)
    """party, list or candidacy"""
    since: Optional[_values.Date] = _records.member(default=None)
    """start of the period"""
    until: Optional[_values.Date] = _records.member(default=None)
    """end of the period"""
    income: Optional[_values.Quantity] = _records.member(default=None)
    """income, in whole units of the currency"""
    expenditure: Optional[_values.Quantity] = _records.member(default=None)
    """expenditure, in whole units of the currency"""
    limit: Optional[_values.Quantity] = _records.member(default=None)
    """lawful limit, in whole units of the currency"""
    currency: Optional[str] = _records.member(default=None)
    """ISO 4217 code"""
    source_type: Optional[str] = _records.member(default=None)
    """kind of income"""
    submitted: Optional[_values.Date] = _records.member(default=None)
    """when handed in"""
    published: Optional[_values.Date] = _records.member(default=None)
    """when published"""


class MediaOutlet(_records.Record, name="media_outlet"):
    """A newspaper, station or site, or a named group of them."""

    id: str = _records.member()
    """identifier, unique in its register"""
    notes: List[str] = _records.member(default=())
    """what a reader must know besides, in the compiler's words"""
    external_identifiers: List[ExternalIdentifier] = _records.member(default=())
    """what partners' systems call it; no two records of a type share one"""
    evidence: List[_records.Reference] = _records.member(default=())
    """what the record rests on"""
    names: List[Name] = _records.member()
    """its names"""
    medium: Medium = _records.member(default="not_stated")
    """kind of media"""
    ownership: Optional[str] = _records.member(default=None)
    """state, public, private and whose"""
    language: Optional[str] = _records.member(default=None)
    """BCP 47 tag"""
    country: Optional[str] = _records.member(default=None)
    """ISO 3166-1 alpha-2 code"""


class MediaMeasure(_records.Record, name="media_measure"):
    """Coverage of one actor in one outlet, as one monitor measured it."""

    id: str = _records.member()
    """identifier, unique in its register"""
    notes: List[str] = _records.member(default=())
    """what a reader must know besides, in the compiler's words"""
    external_identifiers: List[ExternalIdentifier] = _records.member(default=())
    """what partners' systems call it; no two records of a type share one"""
    evidence: List[_records.Reference] = _records.member(default=())
    """what the record rests on"""
    election: Optional[_records.Reference] = _records.member(default=None)
    """the election"""
    outlet: _records.Reference = _records.member()
    """where"""
    monitor: str = _records.member()
    """who measured: official monitoring is not the mission's"""
    monitor_kind: Asserter = _records.member(default="not_stated")
    """what kind of monitor"""
    since: Optional[_values.Date] = _records.member(default=None)
    """start of the period"""
    until: Optional[_values.Date] = _records.member(default=None)
    """end of the period"""
    programme_type: ProgrammeType = _records.member(default="not_stated")
    """kind of programme"""
    unit: MediaUnit = _records.member(default="not_stated")
    """what was measured"""
    actor: Optional[_records.Reference] = _records.member(default=None)
    """the party, person or body covered"""
    amount: Optional[int] = _records.member(default=None)
    """how much, in the unit"""
    share: Optional[Decimal] = _records.member(default=None)
    """share among the actors measured (percent)"""
    tone: Tone = _records.member(default="not_stated")
    """tone towards the actor"""


class Poll(_records.Record, name="poll"):
    """An opinion poll."""

    id: str = _records.member()
    """identifier, unique in its register"""
    notes: List[str] = _records.member(default=())
    """what a reader must know besides, in the compiler's words"""
    external_identifiers: List[ExternalIdentifier] = _records.member(default=())
    """what partners' systems call it; no two records of a type share one"""
    evidence: List[_records.Reference] = _records.member(default=())
    """what the record rests on"""
    election: Optional[_records.Reference] = _records.member(default=None)
    """the election"""
    pollster: Optional[str] = _records.member(default=None)
    """who asked"""
    published: Optional[_values.Date] = _records.member(default=None)
    """when published"""
    n: Optional[int] = _records.member(default=None)
    """persons asked (persons)"""
    shares: List[PollShare] = _records.member(default=())
    """the answers"""
    intend_to_vote: Optional[Decimal] = _records.member(default=None)
    """share that said it would vote (percent)"""


class PollShare(_records.Part, name="poll_share"):
    """An answer's share in a poll."""

    contestant: Optional[_records.Reference] = _records.member(default=None)
    """the party or candidacy"""
    label: Optional[str] = _records.member(default=None)
    """the answer, where it is no contestant"""
    percent: Optional[Decimal] = _records.member(default=None)
    """its share (percent)"""


class Event(_records.Record, name="event"):
    """Something that bears on an election, with its successive states."""

    id: str = _records.member()
    """identifier, unique in its register"""
    notes: List[str] = _records.member(default=())
    """what a reader must know besides, in the compiler's words"""
    external_identifiers: List[ExternalIdentifier] = _records.member(default=())
    """what partners' systems call it; no two records of a type share one"""
    evidence: List[_records.Reference] = _records.member(default=())
    """what the record rests on"""
    election: Optional[_records.Reference] = _records.member(default=None)
    """the election"""
    kind: Optional[str] = _records.member(default=None)
    """what kind of event"""
    place: Optional[_records.Reference] = _records.member(default=None)
    """where"""
    occurred: Optional[_values.Date] = _records.member(default=None)
    """when it happened or began"""
    ends: Optional[_values.Date] = _records.member(default=None)
    """when it ended"""
    summary: Optional[str] = _records.member(default=None)
    """what happened, in the compiler's words"""
    deaths: Optional[_values.Quantity] = _records.member(default=None)
    """persons killed, as counted by somebody (persons)"""
    persons_affected: Optional[_values.Quantity] = _records.member(default=None)
    """persons concerned (persons)"""
    measures: List[str] = _records.member(default=())
    """measures in force"""
    history: List[EventState] = _records.member(default=())
    """successive states, in order of time"""
    linked: List[_records.Reference] = _records.member(default=())
    """other events, neutrally linked: no cause is asserted"""


class EventState(_records.Part, name="event_state"):
    """A decision or change in the history of an event."""

    date: Optional[_values.Date] = _records.member(default=None)
    """when"""
    body: Optional[_records.Reference] = _records.member(default=None)
    """who decided"""
    act: Optional[str] = _records.member(default=None)
    """the act, as named"""
    state: str = _records.member()
    """what holds from then on, in the compiler's words"""
    evidence: List[_records.Reference] = _records.member(default=())
    """where it stands"""


class ObserverOrganisation(_records.Record, name="observer_organisation"):
    """An organisation that observes elections."""

    id: str = _records.member()
    """identifier, unique in its register"""
    notes: List[str] = _records.member(default=())
    """what a reader must know besides, in the compiler's words"""
    external_identifiers: List[ExternalIdentifier] = _records.member(default=())
    """what partners' systems call it; no two records of a type share one"""
    evidence: List[_records.Reference] = _records.member(default=())
    """what the record rests on"""
    names: List[Name] = _records.member()
    """its names"""
    abbreviations: List[str] = _records.member(default=())
    """short forms in use"""
    kind: OrganisationKind = _records.member(default="not_stated")
    """what kind of organisation"""
    country: Optional[str] = _records.member(default=None)
    """ISO 3166-1 alpha-2 code"""
    endorses_declaration_of_principles: YesNo = _records.member(default="not_stated")
    """the declarations of 2005 (international) or 2012 (citizen observers)"""


class Mission(_records.Record, name="mission"):
    """An observation of elections by one or several organisations."""

    id: str = _records.member()
    """identifier, unique in its register"""
    notes: List[str] = _records.member(default=())
    """what a reader must know besides, in the compiler's words"""
    external_identifiers: List[ExternalIdentifier] = _records.member(default=())
    """what partners' systems call it; no two records of a type share one"""
    evidence: List[_records.Reference] = _records.member(default=())
    """what the record rests on"""
    names: List[Name] = _records.member()
    """its names"""
    kind: MissionKind = _records.member(default="not_stated")
    """what kind of mission"""
    elections: List[_records.Reference] = _records.member(default=())
    """what it observed"""
    partners: List[_records.Reference] = _records.member(default=())
    """the organisations that form it"""
    heads_described: List[Role] = _records.member(default=())
    """who leads what, as a source puts it"""
    heads: List[_records.Reference] = _records.member(default=())
    """heads and special co-ordinators"""
    part_of: Optional[_records.Reference] = _records.member(default=None)
    """the joint mission it belongs to"""
    deployed: Optional[_values.Date] = _records.member(default=None)
    """first day"""
    departed: Optional[_values.Date] = _records.member(default=None)
    """last day"""
    invited_by: Optional[str] = _records.member(default=None)
    """who invited it"""
    assessed_against: List[str] = _records.member(default=())
    """what it measures compliance with"""
    long_term_observers: Optional[_values.Quantity] = _records.member(default=None)
    """how many (persons)"""
    short_term_observers: Optional[_values.Quantity] = _records.member(default=None)
    """how many (persons)"""
    observers: Optional[_values.Quantity] = _records.member(default=None)
    """how many in all (persons)"""
    stations_observed: Optional[_values.Quantity] = _records.member(default=None)
    """distinct polling stations observed (stations)"""
    regions_observed: Optional[_values.Quantity] = _records.member(default=None)
    """regions in which it observed (regions)"""
    trainings: Optional[_values.Quantity] = _records.member(default=None)
    """training courses held (courses)"""
    systematic_election_day_observation: YesNo = _records.member(default="not_stated")
    """whether figures of polling stations may be published"""
    scope: Optional[str] = _records.member(default=None)
    """what it did and did not observe"""
    steps: List[MissionStep] = _records.member(default=())
    """invitation, deployment, statements, report, presentation"""


class MissionStep(_records.Part, name="mission_step"):
    """A step in the life of a mission."""

    step: str = _records.member()
    """a state of the mission's lifecycle"""
    date: Optional[_values.Date] = _records.member(default=None)
    """when"""
    place: Optional[str] = _records.member(default=None)
    """where"""
    body: Optional[str] = _records.member(default=None)
    """by or before whom"""


class Delegation(_records.Record, name="delegation"):
    """An institution's delegation to a mission."""

    id: str = _records.member()
    """identifier, unique in its register"""
    notes: List[str] = _records.member(default=())
    """what a reader must know besides, in the compiler's words"""
    external_identifiers: List[ExternalIdentifier] = _records.member(default=())
    """what partners' systems call it; no two records of a type share one"""
    evidence: List[_records.Reference] = _records.member(default=())
    """what the record rests on"""
    names: List[Name] = _records.member(default=())
    """what it is called"""
    mission: _records.Reference = _records.member()
    """the mission"""
    institution: Optional[_records.Reference] = _records.member(default=None)
    """who sent it"""
    head: Optional[_records.Reference] = _records.member(default=None)
    """who leads it"""
    size: Optional[_values.Quantity] = _records.member(default=None)
    """members (persons)"""
    constituted: Optional[_values.Date] = _records.member(default=None)
    """when formed"""
    constituted_by: Optional[str] = _records.member(default=None)
    """by whom"""
    members: List[DelegationMember] = _records.member(default=())
    """members in public roles"""


class DelegationMember(_records.Part, name="delegation_member"):
    """A member of a delegation in a public role."""

    person: _records.Reference = _records.member()
    """who"""
    group: Optional[str] = _records.member(default=None)
    """political group or list of the assembly"""
    role: Optional[str] = _records.member(default=None)
    """head, member, secretary, adviser ..."""


class AccreditationCount(_records.Record, name="accreditation_count"):
    """Observers accredited or refused by a day."""

    id: str = _records.member()
    """identifier, unique in its register"""
    notes: List[str] = _records.member(default=())
    """what a reader must know besides, in the compiler's words"""
    external_identifiers: List[ExternalIdentifier] = _records.member(default=())
    """what partners' systems call it; no two records of a type share one"""
    evidence: List[_records.Reference] = _records.member(default=())
    """what the record rests on"""
    election: _records.Reference = _records.member()
    """the election"""
    as_of: Optional[_values.Date] = _records.member(default=None)
    """by which day"""
    organisation: Optional[_records.Reference] = _records.member(default=None)
    """of which organisation"""
    of: Optional[str] = _records.member(default=None)
    """of whom, where it is no organisation"""
    count: Optional[_values.Quantity] = _records.member(default=None)
    """how many (persons)"""
    countries: Optional[_values.Quantity] = _records.member(default=None)
    """from how many countries (countries)"""
    refused: YesNo = _records.member(default="not_stated")
    """whether these were refused rather than accredited"""
    total: YesNo = _records.member(default="not_stated")
    """whether this is the total that the source gives for the day"""


class Team(_records.Record, name="team"):
    """Observers who work together, by pseudonym."""

    id: str = _records.member()
    """identifier, unique in its register"""
    notes: List[str] = _records.member(default=())
    """what a reader must know besides, in the compiler's words"""
    external_identifiers: List[ExternalIdentifier] = _records.member(default=())
    """what partners' systems call it; no two records of a type share one"""
    evidence: List[_records.Reference] = _records.member(default=())
    """what the record rests on"""
    mission: _records.Reference = _records.member()
    """the mission"""
    pseudonyms: List[str] = _records.member(default=())
    """its members' pseudonyms, never names"""
    area: Optional[_records.Reference] = _records.member(default=None)
    """where it observes"""
    mode: ObservationMode = _records.member(default="not_stated")
    """mobile, stationary or count only"""


class Deployment(_records.Record, name="deployment"):
    """A station that a team was to visit."""

    id: str = _records.member()
    """identifier, unique in its register"""
    notes: List[str] = _records.member(default=())
    """what a reader must know besides, in the compiler's words"""
    external_identifiers: List[ExternalIdentifier] = _records.member(default=())
    """what partners' systems call it; no two records of a type share one"""
    evidence: List[_records.Reference] = _records.member(default=())
    """what the record rests on"""
    team: _records.Reference = _records.member()
    """the team"""
    election: _records.Reference = _records.member()
    """the election"""
    station: _records.Reference = _records.member()
    """the station planned"""
    phase: Phase = _records.member(default="not_stated")
    """for which phase"""
    visited: YesNo = _records.member(default="not_stated")
    """whether it was visited"""
    reason_not_visited: Optional[str] = _records.member(default=None)
    """why not"""


class Meeting(_records.Record, name="meeting"):
    """An entry of the meeting log; identities are held elsewhere."""

    id: str = _records.member()
    """identifier, unique in its register"""
    notes: List[str] = _records.member(default=())
    """what a reader must know besides, in the compiler's words"""
    external_identifiers: List[ExternalIdentifier] = _records.member(default=())
    """what partners' systems call it; no two records of a type share one"""
    evidence: List[_records.Reference] = _records.member(default=())
    """what the record rests on"""
    mission: _records.Reference = _records.member()
    """the mission"""
    occurred: Optional[_values.Date] = _records.member(default=None)
    """when"""
    place: Optional[_records.Reference] = _records.member(default=None)
    """where"""
    interlocutor_type: Optional[str] = _records.member(default=None)
    """kind of interlocutor, never a name"""
    topic: Optional[str] = _records.member(default=None)
    """subject"""
    summary: Optional[str] = _records.member(default=None)
    """what was said, for internal use"""
    consent: YesNo = _records.member(default="not_stated")
    """whether the interlocutors agreed to be quoted"""


class FieldReport(_records.Record, name="field_report"):
    """A weekly or spot report of long-term observers."""

    id: str = _records.member()
    """identifier, unique in its register"""
    notes: List[str] = _records.member(default=())
    """what a reader must know besides, in the compiler's words"""
    external_identifiers: List[ExternalIdentifier] = _records.member(default=())
    """what partners' systems call it; no two records of a type share one"""
    evidence: List[_records.Reference] = _records.member(default=())
    """what the record rests on"""
    mission: _records.Reference = _records.member()
    """the mission"""
    team: Optional[_records.Reference] = _records.member(default=None)
    """whose report"""
    kind: Optional[str] = _records.member(default=None)
    """weekly, spot"""
    since: Optional[_values.Date] = _records.member(default=None)
    """start of the period"""
    until: Optional[_values.Date] = _records.member(default=None)
    """end of the period"""
    meetings: List[_records.Reference] = _records.member(default=())
    """meetings it reports"""
    summary: Optional[str] = _records.member(default=None)
    """for internal use"""


class Contact(_records.Record, name="contact"):
    """Whom to ask; numbers and addresses are left out."""

    id: str = _records.member()
    """identifier, unique in its register"""
    notes: List[str] = _records.member(default=())
    """what a reader must know besides, in the compiler's words"""
    external_identifiers: List[ExternalIdentifier] = _records.member(default=())
    """what partners' systems call it; no two records of a type share one"""
    evidence: List[_records.Reference] = _records.member(default=())
    """what the record rests on"""
    name: str = _records.member()
    """name as given, even if it looks wrong"""
    organisation: Optional[_records.Reference] = _records.member(default=None)
    """for whom"""
    purpose: Optional[str] = _records.member(default=None)
    """press, administration ..."""
    spelling: Optional[str] = _records.member(default=None)
    """doubts about the spelling"""


class ObservationForm(_records.Record, name="observation_form"):
    """A form that observers fill."""

    id: str = _records.member()
    """identifier, unique in its register"""
    notes: List[str] = _records.member(default=())
    """what a reader must know besides, in the compiler's words"""
    external_identifiers: List[ExternalIdentifier] = _records.member(default=())
    """what partners' systems call it; no two records of a type share one"""
    evidence: List[_records.Reference] = _records.member(default=())
    """what the record rests on"""
    title: str = _records.member()
    """its title"""
    phase: Phase = _records.member(default="not_stated")
    """the phase it is for"""
    mode: ObservationMode = _records.member(default="not_stated")
    """mobile and stationary forms are never pooled"""


class FormVersion(_records.Record, name="form_version"):
    """A version of a form."""

    id: str = _records.member()
    """identifier, unique in its register"""
    notes: List[str] = _records.member(default=())
    """what a reader must know besides, in the compiler's words"""
    external_identifiers: List[ExternalIdentifier] = _records.member(default=())
    """what partners' systems call it; no two records of a type share one"""
    evidence: List[_records.Reference] = _records.member(default=())
    """what the record rests on"""
    form: _records.Reference = _records.member()
    """the form"""
    version: str = _records.member()
    """as the tool names it"""
    language: Optional[str] = _records.member(default=None)
    """BCP 47 tag"""
    since: Optional[_values.Date] = _records.member(default=None)
    """in use since"""


class Question(_records.Record, name="question"):
    """A question of a form version."""

    id: str = _records.member()
    """identifier, unique in its register"""
    notes: List[str] = _records.member(default=())
    """what a reader must know besides, in the compiler's words"""
    external_identifiers: List[ExternalIdentifier] = _records.member(default=())
    """what partners' systems call it; no two records of a type share one"""
    evidence: List[_records.Reference] = _records.member(default=())
    """what the record rests on"""
    form_version: _records.Reference = _records.member()
    """where it stands"""
    code: str = _records.member()
    """its code"""
    wording: Optional[str] = _records.member(default=None)
    """what is asked"""
    scale: QuestionScale = _records.member(default="not_stated")
    """scale of the answers"""
    yes_means: Polarity = _records.member(default="not_stated")
    """polarity of the question: negative where yes is a problem"""
    relevant_when: Optional[str] = _records.member(default=None)
    """filter, as the tool writes it"""
    options: List[str] = _records.member(default=())
    """answers to choose from"""


class Observation(_records.Record, name="observation"):
    """One form filled by one team."""

    id: str = _records.member()
    """identifier, unique in its register"""
    notes: List[str] = _records.member(default=())
    """what a reader must know besides, in the compiler's words"""
    external_identifiers: List[ExternalIdentifier] = _records.member(default=())
    """what partners' systems call it; no two records of a type share one"""
    evidence: List[_records.Reference] = _records.member(default=())
    """what the record rests on"""
    mission: Optional[_records.Reference] = _records.member(default=None)
    """the mission"""
    form_version: _records.Reference = _records.member()
    """the form filled"""
    team: Optional[_records.Reference] = _records.member(default=None)
    """who filled it"""
    station: Optional[_records.Reference] = _records.member(default=None)
    """polling station or commission"""
    phase: Phase = _records.member(default="not_stated")
    """phase observed"""
    mode: ObservationMode = _records.member(default="not_stated")
    """mobile or stationary"""
    arrived: Optional[_values.Instant] = _records.member(default=None)
    """arrival"""
    departed: Optional[_values.Instant] = _records.member(default=None)
    """departure"""
    recorded_at: Optional[_values.Instant] = _records.member(default=None)
    """when recorded"""
    answers: List[Answer] = _records.member(default=())
    """the answers"""
    comments: Optional[str] = _records.member(default=None)
    """for internal use"""


class Answer(_records.Part, name="answer"):
    """An answer, or why there is none."""

    question: _records.Reference = _records.member()
    """the question"""
    value: Optional[str] = _records.member(default=None)
    """the answer as the form codes it"""
    missing: Optional[str] = _records.member(default=None)
    """skipped, not reported, not available, not in this version"""


class Incident(_records.Record, name="incident"):
    """Something irregular that somebody reports."""

    id: str = _records.member()
    """identifier, unique in its register"""
    notes: List[str] = _records.member(default=())
    """what a reader must know besides, in the compiler's words"""
    external_identifiers: List[ExternalIdentifier] = _records.member(default=())
    """what partners' systems call it; no two records of a type share one"""
    evidence: List[_records.Reference] = _records.member(default=())
    """what the record rests on"""
    type: str = _records.member()
    """what is reported"""
    phase: Phase = _records.member(default="not_stated")
    """in which phase"""
    election: Optional[_records.Reference] = _records.member(default=None)
    """the election"""
    place: Optional[_records.Reference] = _records.member(default=None)
    """where"""
    occurred_at: Optional[_values.Instant] = _records.member(default=None)
    """when, to the minute"""
    occurred: Optional[_values.Date] = _records.member(default=None)
    """when, to the day"""
    recorded_at: Optional[_values.Instant] = _records.member(default=None)
    """when recorded"""
    asserted_by: Asserter = _records.member(default="not_stated")
    """who says so"""
    asserted_by_whom: Optional[_records.Reference] = _records.member(default=None)
    """which body, person, party or organisation"""
    basis: Basis = _records.member(default="not_stated")
    """on what basis"""
    verification: Verification = _records.member(default="not_stated")
    """how far verified"""
    severity: IncidentSeverity = _records.member(default="not_stated")
    """how grave"""
    count: Optional[_values.Quantity] = _records.member(default=None)
    """how many cases"""
    legal_definition: Optional[str] = _records.member(default=None)
    """the provision that defines the offence, where the type is one"""
    narrative: Optional[str] = _records.member(default=None)
    """for internal use"""


class Protocol(_records.Record, name="protocol"):
    """A results protocol in one version."""

    id: str = _records.member()
    """identifier, unique in its register"""
    notes: List[str] = _records.member(default=())
    """what a reader must know besides, in the compiler's words"""
    external_identifiers: List[ExternalIdentifier] = _records.member(default=())
    """what partners' systems call it; no two records of a type share one"""
    evidence: List[_records.Reference] = _records.member(default=())
    """what the record rests on"""
    election: _records.Reference = _records.member()
    """the election"""
    level: AdministrativeLevel = _records.member(default="not_stated")
    """precinct, district, regional, national"""
    station: Optional[_records.Reference] = _records.member(default=None)
    """station or commission"""
    version: Optional[int] = _records.member(default=None)
    """1 for the first"""
    figures: List[Figure] = _records.member(default=())
    """what it says"""
    signatures_complete: YesNo = _records.member(default="not_stated")
    """whether all who must have signed"""
    posted: YesNo = _records.member(default="not_stated")
    """whether posted publicly"""
    copy_given_to_observers: YesNo = _records.member(default="not_stated")
    """whether observers got a copy"""
    image_sha256: Optional[str] = _records.member(default=None)
    """digest of its image"""


class Figure(_records.Part, name="figure"):
    """A figure of a protocol."""

    field: str = _records.member()
    """registered, issued, spoiled, in_box, valid, invalid, votes"""
    contestant: Optional[_records.Reference] = _records.member(default=None)
    """whose votes"""
    value: Optional[int] = _records.member(default=None)
    """the figure"""


class ProtocolDiscrepancy(_records.Record, name="protocol_discrepancy"):
    """A difference between levels of tabulation that a source reports."""

    id: str = _records.member()
    """identifier, unique in its register"""
    notes: List[str] = _records.member(default=())
    """what a reader must know besides, in the compiler's words"""
    external_identifiers: List[ExternalIdentifier] = _records.member(default=())
    """what partners' systems call it; no two records of a type share one"""
    evidence: List[_records.Reference] = _records.member(default=())
    """what the record rests on"""
    election: _records.Reference = _records.member()
    """the election"""
    lower_level: AdministrativeLevel = _records.member(default="not_stated")
    """level declared at"""
    upper_level: AdministrativeLevel = _records.member(default="not_stated")
    """level reported at"""
    station: Optional[_records.Reference] = _records.member(default=None)
    """which station or commission"""
    field: Optional[str] = _records.member(default=None)
    """which figure"""
    lower_value: Optional[int] = _records.member(default=None)
    """figure at the lower level"""
    upper_value: Optional[int] = _records.member(default=None)
    """figure at the upper level"""
    summary: Optional[str] = _records.member(default=None)
    """what the source says, in the compiler's words"""


class Result(_records.Record, name="result"):
    """A contestant's result as published by somebody at one time."""

    id: str = _records.member()
    """identifier, unique in its register"""
    notes: List[str] = _records.member(default=())
    """what a reader must know besides, in the compiler's words"""
    external_identifiers: List[ExternalIdentifier] = _records.member(default=())
    """what partners' systems call it; no two records of a type share one"""
    evidence: List[_records.Reference] = _records.member(default=())
    """what the record rests on"""
    election: _records.Reference = _records.member()
    """the election"""
    tier: Optional[_records.Reference] = _records.member(default=None)
    """the seats"""
    contestant: Optional[_records.Reference] = _records.member(default=None)
    """party, list or candidacy"""
    level: AdministrativeLevel = _records.member(default="not_stated")
    """level of the figure"""
    place: Optional[_records.Reference] = _records.member(default=None)
    """territory of the figure"""
    votes: Optional[_values.Quantity] = _records.member(default=None)
    """votes (votes)"""
    percent: Optional[Decimal] = _records.member(default=None)
    """share as printed (percent)"""
    share_claimed: Optional[_values.Quantity] = _records.member(default=None)
    """share as somebody claimed it, where it is no printed figure"""
    denominator: VoteBase = _records.member(default="not_stated")
    """what the share is a share of"""
    seats: Optional[int] = _records.member(default=None)
    """seats won (seats)"""
    status: ResultStatus = _records.member(default="not_stated")
    """how final"""
    amends: Optional[_records.Reference] = _records.member(default=None)
    """the earlier result that this one amends; it stays"""
    published: Optional[_values.Date] = _records.member(default=None)
    """when published"""
    asserted_by: Asserter = _records.member(default="not_stated")
    """who published it"""


class Turnout(_records.Record, name="turnout"):
    """Turnout of a territory at a time, as published."""

    id: str = _records.member()
    """identifier, unique in its register"""
    notes: List[str] = _records.member(default=())
    """what a reader must know besides, in the compiler's words"""
    external_identifiers: List[ExternalIdentifier] = _records.member(default=())
    """what partners' systems call it; no two records of a type share one"""
    evidence: List[_records.Reference] = _records.member(default=())
    """what the record rests on"""
    election: _records.Reference = _records.member()
    """the election"""
    place: Optional[_records.Reference] = _records.member(default=None)
    """the territory; empty for all of it"""
    at: Optional[_values.Instant] = _records.member(default=None)
    """the time it holds for"""
    at_words: Optional[str] = _records.member(default=None)
    """noon, close of polls, final ..."""
    percent: Optional[Decimal] = _records.member(default=None)
    """share of registered voters as printed (percent)"""
    voters: Optional[_values.Quantity] = _records.member(default=None)
    """voters who had voted (persons)"""
    status: ResultStatus = _records.member(default="not_stated")
    """how final"""
    excludes: Optional[str] = _records.member(default=None)
    """what the base leaves out"""
    asserted_by: Asserter = _records.member(default="not_stated")
    """who published it"""


class Source(_records.Record, name="source"):
    """A document or an informant that evidence comes from."""

    id: str = _records.member()
    """identifier, unique in its register"""
    notes: List[str] = _records.member(default=())
    """what a reader must know besides, in the compiler's words"""
    external_identifiers: List[ExternalIdentifier] = _records.member(default=())
    """what partners' systems call it; no two records of a type share one"""
    title: str = _records.member()
    """its title"""
    publisher: Optional[str] = _records.member(default=None)
    """who published it"""
    date: Optional[_values.Date] = _records.member(default=None)
    """when"""
    url: Optional[str] = _records.member(default=None)
    """where it was read"""
    alternative_urls: List[str] = _records.member(default=())
    """where it stands too"""
    language: Optional[str] = _records.member(default=None)
    """BCP 47 tag"""
    seen: Optional[str] = _records.member(default=None)
    """how much of it was read"""
    tier: SourceTier = _records.member(default="not_stated")
    """how near it is to what it reports"""
    sha256: Optional[str] = _records.member(default=None)
    """digest of the copy at hand"""


class Evidence(_records.Record, name="evidence"):
    """What a source says at one place, in the compiler's words."""

    id: str = _records.member()
    """identifier, unique in its register"""
    notes: List[str] = _records.member(default=())
    """what a reader must know besides, in the compiler's words"""
    external_identifiers: List[ExternalIdentifier] = _records.member(default=())
    """what partners' systems call it; no two records of a type share one"""
    source: _records.Reference = _records.member()
    """where it comes from"""
    kind: EvidenceKind = _records.member(default="not_stated")
    """kind of evidence"""
    locator: Locator = _records.member(default={})
    """where in the source"""
    statement: Optional[str] = _records.member(default=None)
    """what it says, in the compiler's words"""
    confidence: Confidence = _records.member(default="not_stated")
    """how well the source bears it out"""
    retrieved: Optional[_values.Date] = _records.member(default=None)
    """when it was read"""
    corroborated_by: List[_records.Reference] = _records.member(default=())
    """other evidence that says the same"""
    corroborating_sources: List[_records.Reference] = _records.member(default=())
    """other sources that say the same"""
    version_caveat: Optional[str] = _records.member(default=None)
    """why the text read may not be the one in force"""


class Locator(_records.Part, name="locator"):
    """Where in a source something stands."""

    section: Optional[str] = _records.member(default=None)
    """section or heading"""
    page: Optional[str] = _records.member(default=None)
    """page as numbered"""
    paragraph: Optional[str] = _records.member(default=None)
    """paragraph as numbered"""
    url: Optional[str] = _records.member(default=None)
    """address, where it differs from the source's"""
    sha256: Optional[str] = _records.member(default=None)
    """digest of the words"""
    fact: Optional[str] = _records.member(default=None)
    """id in a base of facts"""
    span: Optional[_values.Span] = _records.member(default=None)
    """bytes of the source (bytes)"""


class ReportedValue(_records.Record, name="reported_value"):
    """A value that a source gives for a member of a record; several that differ are a discrepancy."""

    id: str = _records.member()
    """identifier, unique in its register"""
    notes: List[str] = _records.member(default=())
    """what a reader must know besides, in the compiler's words"""
    external_identifiers: List[ExternalIdentifier] = _records.member(default=())
    """what partners' systems call it; no two records of a type share one"""
    record: _records.Reference = _records.member()
    """the record"""
    member: str = _records.member()
    """path of the member: deployed, names[0].text, calendar[2].dates"""
    value: Any = _records.member()
    """the value, of the member's own type"""
    evidence: List[_records.Reference] = _records.member()
    """who gives it"""
    preferred: YesNo = _records.member(default="not_stated")
    """whether the record holds this one"""
    reason: Optional[str] = _records.member(default=None)
    """why it is preferred, or is not"""
    words: Optional[str] = _records.member(default=None)
    """how the source puts it, where that says more"""


class Gap(_records.Record, name="gap"):
    """Something that the file should hold and does not."""

    id: str = _records.member()
    """identifier, unique in its register"""
    notes: List[str] = _records.member(default=())
    """what a reader must know besides, in the compiler's words"""
    external_identifiers: List[ExternalIdentifier] = _records.member(default=())
    """what partners' systems call it; no two records of a type share one"""
    item: str = _records.member()
    """what is missing"""
    expected_location: Optional[str] = _records.member(default=None)
    """where it should be found"""
    topic: Optional[str] = _records.member(default=None)
    """subject"""
    about: List[_records.Reference] = _records.member(default=())
    """records that it would complete"""
    expected_source: Optional[_records.Reference] = _records.member(default=None)
    """the source that should hold it, where the dossier has it"""


class Finding(_records.Record, name="finding"):
    """What somebody asserts about an election, part by part, with the words it was read from."""

    id: str = _records.member()
    """identifier, unique in its register"""
    notes: List[str] = _records.member(default=())
    """what a reader must know besides, in the compiler's words"""
    external_identifiers: List[ExternalIdentifier] = _records.member(default=())
    """what partners' systems call it; no two records of a type share one"""
    evidence: List[_records.Reference] = _records.member(default=())
    """what the record rests on"""
    kind: FindingKind = _records.member(default="not_stated")
    """factual, legal, or a conclusion"""
    topic: str = _records.member()
    """subject"""
    phase: Phase = _records.member(default="not_stated")
    """phase of the process"""
    election: Optional[_records.Reference] = _records.member(default=None)
    """the election"""
    mission: Optional[_records.Reference] = _records.member(default=None)
    """the mission that asserts it"""
    summary: Optional[str] = _records.member(default=None)
    """what is found, in the compiler's words"""
    polarity: Cue = _records.member(default={})
    """whether it praises or faults"""
    degree: Cue = _records.member(default={})
    """how much, by its adverb or adjective"""
    quantity: QuantityCue = _records.member(default={})
    """how many"""
    scope: Cue = _records.member(default={})
    """what it is limited to; without it a sentence may read as praise"""
    persistence: Cue = _records.member(default={})
    """how it compares with earlier"""
    persistence_compared_with: Optional[str] = _records.member(default=None)
    """the election or report compared with, where named"""
    responsible_actor: Cue = _records.member(default={})
    """who is held responsible"""
    asserted_by: Cue = _records.member(default={})
    """who says so"""
    determination: Cue = _records.member(default={})
    """whether the thing itself could be established"""
    test_failed: Cue = _records.member(default={})
    """for law: the test that is failed"""
    basis: Basis = _records.member(default="not_stated")
    """on what basis"""
    verification: Verification = _records.member(default="not_stated")
    """how far verified"""
    issues: List[str] = _records.member(default=())
    """what exactly"""
    rights: List[str] = _records.member(default=())
    """rights affected"""
    provisions: List[_records.Reference] = _records.member(default=())
    """provisions concerned"""
    standards: List[str] = _records.member(default=())
    """standards concerned"""
    standards_named_by: NamedBy = _records.member(default="not_stated")
    """whether the text names them or the compiler sets them beside"""
    based_on: List[_records.Reference] = _records.member(default=())
    """findings that a conclusion rests on"""
    concedes: List[_records.Reference] = _records.member(default=())
    """findings granted against it"""
    contradicts: List[_records.Reference] = _records.member(default=())
    """findings of others that it stands against"""
    possible_instance: List[PossibleInstance] = _records.member(default=())
    """instances that it may mean, on somebody else's word"""
    about: List[_records.Reference] = _records.member(default=())
    """records it is about"""
    recommendations: List[_records.Reference] = _records.member(default=())
    """what is recommended"""
    conclusion: Optional[str] = _records.member(default=None)
    """for an overall conclusion: its code, for search only"""
    state: State = _records.member(default="not_stated")
    """how far it has come"""
    revision: Optional[int] = _records.member(default=None)
    """counts its changes, from 1"""


class Cue(_records.Part, name="cue"):
    """A coded part and the words it was read from."""

    code: str = _records.member(default="not_stated")
    """what the part means"""
    words: Optional[str] = _records.member(default=None)
    """the words that carry it, exactly as in the text; empty where it is implied"""
    implied_by: ImpliedBy = _records.member(default="not_stated")
    """why the part holds though no words carry it"""
    target: List[_records.Reference] = _records.member(default=())
    """whom the part names, where it names somebody"""


class QuantityCue(_records.Part, name="quantity_cue"):
    """How many, and the words it was read from."""

    value: Optional[_values.Quantity] = _records.member(default=None)
    """the quantity; a vague one stays vague"""
    words: Optional[str] = _records.member(default=None)
    """the words that carry it, without the noun"""
    implied_by: ImpliedBy = _records.member(default="not_stated")
    """why the part holds though no words carry it"""


class PossibleInstance(_records.Part, name="possible_instance"):
    """An instance that a vague finding may mean, on somebody else's word."""

    target: _records.Reference = _records.member()
    """party, list, candidacy or event"""
    asserted_by: Asserter = _records.member()
    """who says so"""
    asserted_by_whom: Optional[_records.Reference] = _records.member(default=None)
    """which body, person or organisation"""
    evidence: List[_records.Reference] = _records.member()
    """where it stands"""
    kind: Optional[str] = _records.member(default=None)
    """what happened to it"""


class Recommendation(_records.Record, name="recommendation"):
    """What a mission recommends."""

    id: str = _records.member()
    """identifier, unique in its register"""
    notes: List[str] = _records.member(default=())
    """what a reader must know besides, in the compiler's words"""
    external_identifiers: List[ExternalIdentifier] = _records.member(default=())
    """what partners' systems call it; no two records of a type share one"""
    evidence: List[_records.Reference] = _records.member(default=())
    """what the record rests on"""
    number: Optional[str] = _records.member(default=None)
    """its number in the report"""
    summary: str = _records.member()
    """what it asks, in the compiler's words"""
    priority: RecommendationPriority = _records.member(default="not_stated")
    """class in the report"""
    section: Optional[str] = _records.member(default=None)
    """section of the report"""
    topic: Optional[str] = _records.member(default=None)
    """subject"""
    document: Optional[_records.Reference] = _records.member(default=None)
    """where it stands"""
    addressee: Optional[str] = _records.member(default=None)
    """to whom"""
    standards: List[str] = _records.member(default=())
    """standards it serves"""
    standards_named_by: NamedBy = _records.member(default="not_stated")
    """whether the text names them or the compiler sets them beside"""
    findings: List[_records.Reference] = _records.member(default=())
    """findings it answers"""
    repeats: Optional[_records.Reference] = _records.member(default=None)
    """the earlier recommendation that it repeats"""


class FollowUp(_records.Record, name="follow_up"):
    """How a recommendation was followed up, or all of a report's together."""

    id: str = _records.member()
    """identifier, unique in its register"""
    notes: List[str] = _records.member(default=())
    """what a reader must know besides, in the compiler's words"""
    external_identifiers: List[ExternalIdentifier] = _records.member(default=())
    """what partners' systems call it; no two records of a type share one"""
    evidence: List[_records.Reference] = _records.member(default=())
    """what the record rests on"""
    recommendation: Optional[_records.Reference] = _records.member(default=None)
    """which one; empty where it concerns a report's as a whole"""
    evaluated_by: Optional[str] = _records.member(default=None)
    """the activity that evaluated it"""
    status: FollowUpStatus = _records.member(default="not_yet_evaluated")
    """how far it was followed"""
    date: Optional[_values.Date] = _records.member(default=None)
    """when"""
    place: Optional[str] = _records.member(default=None)
    """where"""
    summary: Optional[str] = _records.member(default=None)
    """what was done, in the compiler's words"""


class Document(_records.Record, name="document"):
    """A text over the record: a statement, a report, a press release of others."""

    id: str = _records.member()
    """identifier, unique in its register"""
    notes: List[str] = _records.member(default=())
    """what a reader must know besides, in the compiler's words"""
    external_identifiers: List[ExternalIdentifier] = _records.member(default=())
    """what partners' systems call it; no two records of a type share one"""
    evidence: List[_records.Reference] = _records.member(default=())
    """what the record rests on"""
    title: str = _records.member()
    """its title"""
    kind: DocumentKind = _records.member(default="not_stated")
    """kind of document"""
    language: Optional[str] = _records.member(default=None)
    """BCP 47 tag of its text"""
    official: YesNo = _records.member(default="not_stated")
    """whether this language version is the official one"""
    issuers: List[_records.Reference] = _records.member(default=())
    """organisations, missions or bodies in whose name it speaks"""
    mission: Optional[_records.Reference] = _records.member(default=None)
    """the mission"""
    election: Optional[_records.Reference] = _records.member(default=None)
    """the election"""
    place: Optional[str] = _records.member(default=None)
    """place in the dateline"""
    published: Optional[_values.Date] = _records.member(default=None)
    """when published"""
    cutoff: Optional[_values.Date] = _records.member(default=None)
    """day up to which its data go"""
    state: State = _records.member(default="not_stated")
    """how far it has come"""
    external: YesNo = _records.member(default="not_stated")
    """whether others published it: the dossier then holds spans and digests, no text"""
    reconstruction: YesNo = _records.member(default="not_stated")
    """whether it is put together from public sources rather than the issuers' own"""
    reconstruction_note: Optional[str] = _records.member(default=None)
    """what every page of a reconstruction says"""
    supersedes: Optional[_records.Reference] = _records.member(default=None)
    """the version it replaces"""
    translation_of: Optional[_records.Reference] = _records.member(default=None)
    """the document it translates"""
    attaches: List[_records.Reference] = _records.member(default=())
    """documents attached to it"""
    contents: List[str] = _records.member(default=())
    """table of contents with pages, of a document that was not read whole"""
    source: Optional[_records.Reference] = _records.member(default=None)
    """the source that it is"""
    bytes: Optional[int] = _records.member(default=None)
    """length of an external document (bytes)"""
    sha256: Optional[str] = _records.member(default=None)
    """digest of an external document"""
    embargo_until: Optional[_values.Instant] = _records.member(default=None)
    """not to be shown before"""
    revision: Optional[int] = _records.member(default=None)
    """counts its changes, from 1"""


class Section(_records.Record, name="section"):
    """A section of a document."""

    id: str = _records.member()
    """identifier, unique in its register"""
    notes: List[str] = _records.member(default=())
    """what a reader must know besides, in the compiler's words"""
    external_identifiers: List[ExternalIdentifier] = _records.member(default=())
    """what partners' systems call it; no two records of a type share one"""
    document: _records.Reference = _records.member()
    """the document"""
    outline: Optional[str] = _records.member(default=None)
    """key in the outline of its kind"""
    title: Optional[str] = _records.member(default=None)
    """heading; empty where the text has none"""
    position: Optional[int] = _records.member(default=None)
    """order in the document, from 1"""
    within: Optional[_records.Reference] = _records.member(default=None)
    """the section around it"""
    owner: Optional[str] = _records.member(default=None)
    """role that keeps it, never a name"""
    state: State = _records.member(default="not_stated")
    """how far it has come"""


class Sentence(_records.Record, name="sentence"):
    """A sentence of a document."""

    id: str = _records.member()
    """identifier, unique in its register"""
    notes: List[str] = _records.member(default=())
    """what a reader must know besides, in the compiler's words"""
    external_identifiers: List[ExternalIdentifier] = _records.member(default=())
    """what partners' systems call it; no two records of a type share one"""
    document: _records.Reference = _records.member()
    """the document"""
    section: Optional[_records.Reference] = _records.member(default=None)
    """the section"""
    position: Optional[int] = _records.member(default=None)
    """order in the section, from 1"""
    paragraph: Optional[int] = _records.member(default=None)
    """paragraph in the section, from 1"""
    text: Optional[str] = _records.member(default=None)
    """the words; empty for an external sentence"""
    author: Optional[str] = _records.member(default=None)
    """role or pseudonym of who wrote it"""
    revision: Optional[int] = _records.member(default=None)
    """counts its changes, from 1"""
    origin: SentenceOrigin = _records.member()
    """where it comes from"""
    asserts: YesNo = _records.member(default="not_stated")
    """whether it asserts anything"""
    translation_of: Optional[_records.Reference] = _records.member(default=None)
    """the sentence it translates"""
    counterpart: Optional[_records.Reference] = _records.member(default=None)
    """the sentence of a fuller document that says the same"""
    span: Optional[_values.Span] = _records.member(default=None)
    """where it stands in an external document (bytes)"""
    sha256: Optional[str] = _records.member(default=None)
    """digest of an external sentence's bytes"""


class Anchor(_records.Record, name="anchor"):
    """Ties words of a sentence to what they rest on."""

    id: str = _records.member()
    """identifier, unique in its register"""
    notes: List[str] = _records.member(default=())
    """what a reader must know besides, in the compiler's words"""
    external_identifiers: List[ExternalIdentifier] = _records.member(default=())
    """what partners' systems call it; no two records of a type share one"""
    sentence: _records.Reference = _records.member()
    """the sentence"""
    revision: Optional[int] = _records.member(default=None)
    """revision of the sentence that it was set on"""
    role: AnchorRole = _records.member()
    """what the words carry"""
    range: Optional[_values.Span] = _records.member(default=None)
    """bytes of the sentence (bytes)"""
    target: _records.Reference = _records.member()
    """finding, indicator, published_figure, quote, provision, standard, event, evidence"""
    target_revision: Optional[int] = _records.member(default=None)
    """revision of the target that it was set on"""


class Clearance(_records.Record, name="clearance"):
    """Somebody's clearance of a text or finding; it lapses when its target changes."""

    id: str = _records.member()
    """identifier, unique in its register"""
    notes: List[str] = _records.member(default=())
    """what a reader must know besides, in the compiler's words"""
    external_identifiers: List[ExternalIdentifier] = _records.member(default=())
    """what partners' systems call it; no two records of a type share one"""
    target: _records.Reference = _records.member()
    """document, section, sentence or finding"""
    revision: Optional[int] = _records.member(default=None)
    """revision of the target that was cleared"""
    digest: Optional[str] = _records.member(default=None)
    """content digest of the target that was cleared"""
    role: ClearanceRole = _records.member()
    """in which role"""
    delegation: Optional[_records.Reference] = _records.member(default=None)
    """for a delegation: which"""
    pseudonym: Optional[str] = _records.member(default=None)
    """who, by pseudonym"""
    time: Optional[_values.Instant] = _records.member(default=None)
    """when"""


class Waiver(_records.Record, name="waiver"):
    """Why a check is set aside for a record; it is still shown, as waived."""

    id: str = _records.member()
    """identifier, unique in its register"""
    notes: List[str] = _records.member(default=())
    """what a reader must know besides, in the compiler's words"""
    external_identifiers: List[ExternalIdentifier] = _records.member(default=())
    """what partners' systems call it; no two records of a type share one"""
    check: str = _records.member()
    """id of the check"""
    target: Optional[_records.Reference] = _records.member(default=None)
    """the record; empty for all"""
    reason: str = _records.member()
    """why"""
    pseudonym: Optional[str] = _records.member(default=None)
    """who, by pseudonym"""
    time: Optional[_values.Instant] = _records.member(default=None)
    """when"""


class Suggestion(_records.Record, name="suggestion"):
    """A composed sentence that nobody has adopted yet."""

    id: str = _records.member()
    """identifier, unique in its register"""
    notes: List[str] = _records.member(default=())
    """what a reader must know besides, in the compiler's words"""
    external_identifiers: List[ExternalIdentifier] = _records.member(default=())
    """what partners' systems call it; no two records of a type share one"""
    document: Optional[_records.Reference] = _records.member(default=None)
    """the document it is meant for"""
    outline: Optional[str] = _records.member(default=None)
    """where in it"""
    text: str = _records.member()
    """the words"""
    pattern: str = _records.member()
    """the pattern it was composed by"""
    rests_on: List[_records.Reference] = _records.member(default=())
    """records that it was composed from"""
    adopted_as: Optional[_records.Reference] = _records.member(default=None)
    """the sentence somebody made of it"""


class Quote(_records.Record, name="quote"):
    """A speaker's own words in a document: shown word for word or not at all."""

    id: str = _records.member()
    """identifier, unique in its register"""
    notes: List[str] = _records.member(default=())
    """what a reader must know besides, in the compiler's words"""
    external_identifiers: List[ExternalIdentifier] = _records.member(default=())
    """what partners' systems call it; no two records of a type share one"""
    evidence: List[_records.Reference] = _records.member(default=())
    """what the record rests on"""
    speaker: _records.Reference = _records.member()
    """who speaks"""
    roles: List[str] = _records.member(default=())
    """in which roles, at that time"""
    document: _records.Reference = _records.member()
    """where the words stand"""
    span: Optional[_values.Span] = _records.member(default=None)
    """where in the document (bytes)"""
    sha256: Optional[str] = _records.member(default=None)
    """digest of the words"""
    language: Optional[str] = _records.member(default=None)
    """BCP 47 tag"""
    translated: YesNo = _records.member(default="not_stated")
    """whether these are a translator's words"""
    conditional: YesNo = _records.member(default="not_stated")
    """whether the speaker puts it under a condition"""
    summary: Optional[str] = _records.member(default=None)
    """what it is about, for search; never shown as the speaker's words"""


class AuthorityResponse(_records.Record, name="authority_response"):
    """An authority's answer to observers' findings."""

    id: str = _records.member()
    """identifier, unique in its register"""
    notes: List[str] = _records.member(default=())
    """what a reader must know besides, in the compiler's words"""
    external_identifiers: List[ExternalIdentifier] = _records.member(default=())
    """what partners' systems call it; no two records of a type share one"""
    evidence: List[_records.Reference] = _records.member(default=())
    """what the record rests on"""
    body: Optional[_records.Reference] = _records.member(default=None)
    """which authority"""
    speaker: Optional[_records.Reference] = _records.member(default=None)
    """who spoke for it"""
    date: Optional[_values.Date] = _records.member(default=None)
    """when"""
    document: Optional[_records.Reference] = _records.member(default=None)
    """where it stands"""
    responds_to: List[_records.Reference] = _records.member(default=())
    """findings or documents it answers"""
    stance: Optional[str] = _records.member(default=None)
    """rejects, accepts, corrects ..."""
    summary: Optional[str] = _records.member(default=None)
    """what it says, in the compiler's words"""


class PublishedFigure(_records.Record, name="published_figure"):
    """A number as it was printed, with what it was computed from."""

    id: str = _records.member()
    """identifier, unique in its register"""
    notes: List[str] = _records.member(default=())
    """what a reader must know besides, in the compiler's words"""
    external_identifiers: List[ExternalIdentifier] = _records.member(default=())
    """what partners' systems call it; no two records of a type share one"""
    evidence: List[_records.Reference] = _records.member(default=())
    """what the record rests on"""
    document: Optional[_records.Reference] = _records.member(default=None)
    """where printed"""
    sentence: Optional[_records.Reference] = _records.member(default=None)
    """in which sentence"""
    indicator: Optional[str] = _records.member(default=None)
    """the indicator it is a value of"""
    printed: str = _records.member()
    """as printed"""
    value: Optional[Decimal] = _records.member(default=None)
    """its value"""
    k: Optional[int] = _records.member(default=None)
    """numerator"""
    n: Optional[int] = _records.member(default=None)
    """denominator"""
    cutoff: Optional[_values.Date] = _records.member(default=None)
    """day up to which its data go"""


class Erratum(_records.Record, name="erratum"):
    """A published correction of a printed figure."""

    id: str = _records.member()
    """identifier, unique in its register"""
    notes: List[str] = _records.member(default=())
    """what a reader must know besides, in the compiler's words"""
    external_identifiers: List[ExternalIdentifier] = _records.member(default=())
    """what partners' systems call it; no two records of a type share one"""
    evidence: List[_records.Reference] = _records.member(default=())
    """what the record rests on"""
    figure: _records.Reference = _records.member()
    """the figure corrected"""
    corrected: str = _records.member()
    """as corrected"""
    reason: Optional[str] = _records.member(default=None)
    """why"""
    published: Optional[_values.Date] = _records.member(default=None)
    """when published"""


class CodeEntry(_records.Record, name="code_entry"):
    """A code of an extensible code list; its id is the list's name, a dot, the code."""

    id: str = _records.member()
    """identifier, unique in its register"""
    notes: List[str] = _records.member(default=())
    """what a reader must know besides, in the compiler's words"""
    external_identifiers: List[ExternalIdentifier] = _records.member(default=())
    """what partners' systems call it; no two records of a type share one"""
    list: str = _records.member()
    """name of the code list"""
    code: str = _records.member()
    """the code"""
    meaning: Optional[str] = _records.member(default=None)
    """what it means"""
    broader: Optional[str] = _records.member(default=None)
    """a wider code of the same list, or of another one as list.code"""


class CriterionDefinition(_records.Record, name="criterion_definition"):
    """A criterion of due process for refusal and de-registration."""

    id: str = _records.member()
    """identifier, unique in its register"""
    notes: List[str] = _records.member(default=())
    """what a reader must know besides, in the compiler's words"""
    external_identifiers: List[ExternalIdentifier] = _records.member(default=())
    """what partners' systems call it; no two records of a type share one"""
    criterion: Criterion = _records.member()
    """the member of due_process"""
    number: Optional[str] = _records.member(default=None)
    """D1 to D13"""
    group: CriterionGroup = _records.member(default="not_stated")
    """procedure, substance, timing, or contested"""
    title: Optional[str] = _records.member(default=None)
    """short name"""
    question: Optional[str] = _records.member(default=None)
    """what is asked"""
    standards_administrative: List[str] = _records.member(default=())
    """standards before an administrative body"""
    standards_court: List[str] = _records.member(default=())
    """standards at the court stage only"""
    case_law: List[str] = _records.member(default=())
    """views and judgments"""


class IndicatorDefinition(_records.Record, name="indicator_definition"):
    """An indicator: formula, unit, warnings."""

    id: str = _records.member()
    """identifier, unique in its register"""
    notes: List[str] = _records.member(default=())
    """what a reader must know besides, in the compiler's words"""
    external_identifiers: List[ExternalIdentifier] = _records.member(default=())
    """what partners' systems call it; no two records of a type share one"""
    title: str = _records.member()
    """its name"""
    formula: str = _records.member()
    """formula in words and symbols"""
    unit: Optional[str] = _records.member(default=None)
    """unit of the value"""
    warnings: Optional[str] = _records.member(default=None)
    """what it must not be taken for"""
    reference: Optional[str] = _records.member(default=None)
    """where the formula comes from"""


class DocumentOutline(_records.Record, name="document_outline"):
    """The usual order of a kind of document; section keys are outline id, a dot, the key."""

    id: str = _records.member()
    """identifier, unique in its register"""
    notes: List[str] = _records.member(default=())
    """what a reader must know besides, in the compiler's words"""
    external_identifiers: List[ExternalIdentifier] = _records.member(default=())
    """what partners' systems call it; no two records of a type share one"""
    kind: DocumentKind = _records.member(default="not_stated")
    """kind of document"""
    title: str = _records.member()
    """its name"""
    sections: List[OutlineSection] = _records.member(default=())
    """its sections in order"""


class OutlineSection(_records.Part, name="outline_section"):
    """A section of an outline."""

    key: str = _records.member()
    """stable key, unique in the outline"""
    title: Optional[str] = _records.member(default=None)
    """usual heading; empty where the text has none"""
    title_ru: Optional[str] = _records.member(default=None)
    """usual heading in Russian"""
    within: Optional[str] = _records.member(default=None)
    """key of the section around it"""
    topic: Optional[str] = _records.member(default=None)
    """subject"""


class Lifecycle(_records.Record, name="lifecycle"):
    """Usual order of states, replaceable by country."""

    id: str = _records.member()
    """identifier, unique in its register"""
    notes: List[str] = _records.member(default=())
    """what a reader must know besides, in the compiler's words"""
    external_identifiers: List[ExternalIdentifier] = _records.member(default=())
    """what partners' systems call it; no two records of a type share one"""
    subject: str = _records.member()
    """party, candidate_list, candidacy, complaint, result, recommendation, mission"""
    country: Optional[str] = _records.member(default=None)
    """the country it replaces the general one for; empty for the general one"""
    meaning: Optional[str] = _records.member(default=None)
    """what it is about"""
    transitions: List[Transition] = _records.member(default=())
    """what follows what"""


class Transition(_records.Part, name="transition"):
    """States that usually follow a state."""

    state: str = _records.member()
    """a state; 'start' for what may come first"""
    next: List[str] = _records.member(default=())
    """states that may follow"""


class LexiconEntry(_records.Record, name="lexicon_entry"):
    """Words that carry a part of a finding, and the codes they may stand for."""

    id: str = _records.member()
    """identifier, unique in its register"""
    notes: List[str] = _records.member(default=())
    """what a reader must know besides, in the compiler's words"""
    external_identifiers: List[ExternalIdentifier] = _records.member(default=())
    """what partners' systems call it; no two records of a type share one"""
    role: AnchorRole = _records.member()
    """the part they carry"""
    language: str = _records.member()
    """BCP 47 tag"""
    words: List[str] = _records.member()
    """words or phrases, in lower case"""
    codes: List[str] = _records.member(default=())
    """codes they may stand for; a quantity's are scale:term, exact:2, at_least:2"""
    needs_basis: List[Basis] = _records.member(default=())
    """the finding must have one of these bases for the word to stand"""
    needs_attribution: YesNo = _records.member(default="not_stated")
    """whether the word needs somebody who asserts it"""
    anchor_optional: YesNo = _records.member(default="not_stated")
    """yes where the words are judged if anchored and not asked for if they are not: a bare plural, 'noted'"""


class Erasure(_records.Record, name="erasure"):
    """The tombstone of a record that was erased; its id is that record's type, a dot, that record's id."""

    id: str = _records.member()
    """identifier, unique in its register"""
    notes: List[str] = _records.member(default=())
    """what a reader must know besides, in the compiler's words"""
    external_identifiers: List[ExternalIdentifier] = _records.member(default=())
    """what partners' systems call it; no two records of a type share one"""
    record: _records.Reference = _records.member()
    """what was erased; its id is not used again"""
    erased: _values.Instant = _records.member()
    """when"""
    authority: str = _records.member()
    """on whose authority: a role or a pseudonym"""
    ground: ErasureGround = _records.member(default="not_stated")
    """the legal ground"""
    reason: Optional[str] = _records.member(default=None)
    """why, without what was erased"""
    along_with: Optional[_records.Reference] = _records.member(default=None)
    """the erasure that took it along"""
    external_sha256: List[str] = _records.member(default=())
    """digests of its external identifiers, by which an import knows that it was erased"""
