# Made from capi/schema.json by python3 bindings/gen/generate.py: change those, not this.
"""What checks, analyses and documents give, as classes: their members are typed, documented and never change.

    def late(review: openeom.results.Registration) -> list[openeom.results.RegistrationDecision]:
        return [decision for decision in review.decisions if decision.days_before_vote is not None]

The methods of a dossier make them. A library that is newer than this package may give more results and members: they work
in the same way, unknown to type checkers only.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any, List, Literal, Optional

from . import _records, _results, _values, types

CriterionState = Literal["not_stated", "unknown", "met", "partly_met", "not_met", "not_applicable"]
"""Whether evidence shows a criterion met; unknown is neither met nor not met."""

IndicatorStatus = Literal["not_stated", "computed", "not_computable"]
"""Whether there is a value."""

FigureAgreement = Literal["not_comparable", "agrees", "differs"]
"""Whether a printed number is a value that the record gives."""

TextAtHand = Literal["none", "of_the_record", "unchanged", "changed"]
"""Whether the words are at hand, and whether they are those that the record was made from."""

SentenceState = Literal["not_compared", "unchanged", "changed", "gone", "new"]
"""How a sentence of the copy at hand compares with the one on record."""

TraceDirection = Literal["itself", "down", "up"]
"""Down to what it rests on, up to what rests on it."""

IssueSeverity = Literal["note", "warning", "error"]
"""How grave an issue is."""

Audience = Literal["not_stated", "public", "partners", "internal"]
"""For whom something is rendered: the public, the mission's partners, the mission itself; not stated on the
analyst's own screen, which shows everything."""

Wording = Literal["not_stated", "shown", "not_at_hand", "differs"]
"""Whether words are shown, not at hand, or differ from those recorded."""

Standing = Literal[
    "not_stated",
    "finding",
    "claim",
    "not_determinable",
    "compiler",
    "figure",
    "quote",
    "law",
    "standard",
    "background",
    "unanchored",
]
"""What a record is that a sentence rests on: the mission's finding, somebody else's claim, what could not be
determined ..."""

Relation = Literal["not_stated", "based_on", "concedes", "contradicts", "possible_instance", "response", "gap"]
"""How another record bears on the one anchored."""

ChangeKind = Literal["not_stated", "added", "changed", "removed", "erased"]
"""What became of a record."""

SchemaKind = Literal["not_stated", "register", "table", "part"]
"""A register of records, a table of rows, or a part of either."""


class Contents(_results.Result, name="contents"):
    """What is in a dossier."""

    head: ResultHead
    """what every result says of itself"""
    title: Optional[str]
    """the election that most of the dossier is about"""
    records: Optional[int]
    """records in all"""
    elections: List[ContentsElection]
    """elections, the earliest first"""
    registers: List[ContentsRegister]
    """registers that are not empty"""
    documents: List[ContentsDocument]
    """documents"""
    remarks: List[str]
    """what was noticed while the dossier was read"""


class Records(_results.Result, name="records"):
    """One register as a table."""

    head: ResultHead
    """what every result says of itself"""
    title: Optional[str]
    """the register"""
    type: Optional[str]
    """type of its records"""
    meaning: Optional[str]
    """what a record of it is"""
    total: Optional[int]
    """records in the register"""
    shown: Optional[int]
    """records that the filter lets through"""
    columns: List[str]
    """headings of the cells"""
    rows: List[RecordsRow]
    """the records, in order of id"""
    members_not_shown: List[str]
    """further members that some record states"""


class Record(_results.Result, name="record"):
    """One record whole."""

    head: ResultHead
    """what every result says of itself"""
    title: Optional[str]
    """the record in words"""
    record: Optional[_records.Reference]
    """the record"""
    meaning: Optional[str]
    """what a record of its type is"""
    kept_in: Optional[str]
    """the dossier, or the library's catalogue"""
    members: List[RecordMember]
    """what it holds"""
    evidence: List[RecordEvidence]
    """what it rests on"""
    disputed: List[RecordDispute]
    """values that sources give for its members"""
    referred_to_by: List[RecordReferrer]
    """records that refer to it"""


class Registration(_results.Result, name="registration"):
    """Refusals and removals, and the safeguards on which the file holds evidence."""

    head: ResultHead
    """what every result says of itself"""
    title: Optional[str]
    """what was reviewed"""
    election: Optional[_records.Reference]
    """the election"""
    vote: Optional[_values.Date]
    """first day of voting"""
    caution: Optional[str]
    """what this is not"""
    conclusions: List[MissionConclusion]
    """what the mission asserts on registration, first and apart"""
    decisions: List[RegistrationDecision]
    """refusals, suspensions and removals not certainly after the vote: of lists and candidates, then of parties"""
    reinstatements: List[Reinstatement]
    """returns to registration"""
    blocked_note: Optional[str]
    """whose list the possible instances are not"""
    blocked: List[BlockedMeaning]
    """the legal events that 'blocked' may mean, kept apart"""
    others: List[OtherVoice]
    """what others than the mission assert, and what it withdrew"""
    history: List[RegistrationStep]
    """every step on record that is not certainly after the vote, in order of time"""
    after_the_vote: List[RegistrationStep]
    """steps after the vote"""
    standards: List[CitedStandard]
    """standards cited"""


class Indicators(_results.Result, name="indicators"):
    """Indicators that need no vote counts; they describe, none is a conclusion."""

    head: ResultHead
    """what every result says of itself"""
    title: Optional[str]
    """what was computed"""
    election: Optional[_records.Reference]
    """the election"""
    indicators: List[Indicator]
    """the indicators"""


class Discrepancies(_results.Result, name="discrepancies"):
    """Where sources disagree."""

    head: ResultHead
    """what every result says of itself"""
    title: Optional[str]
    """the result in a sentence"""
    count: Optional[int]
    """members on whose value sources disagree"""
    unresolved: Optional[int]
    """of these, without a preferred value"""
    discrepancies: List[Discrepancy]
    """one by one"""


class Sourcing(_results.Result, name="sourcing"):
    """How far a document is tied to the record: linkage, not truth."""

    head: ResultHead
    """what every result says of itself"""
    title: Optional[str]
    """title of the document"""
    summary: Optional[str]
    """the result in a sentence"""
    caution: Optional[str]
    """what this is not"""
    document: Optional[_records.Reference]
    """the document"""
    text_at_hand: TextAtHand
    """whether the words are at hand"""
    text_note: Optional[str]
    """the same in words"""
    sentences_total: Optional[int]
    """sentences on record (sentences)"""
    asserting: Optional[int]
    """sentences on record that assert something (sentences)"""
    anchored: Optional[int]
    """of these, anchored; of a copy at hand, only those that it leaves unchanged (sentences)"""
    anchored_on_record: Optional[int]
    """asserting sentences that are anchored on record, whatever a copy says (sentences)"""
    share_anchored: Optional[Fraction]
    """share of asserting sentences that are anchored; new ones of a copy count as asserting and not anchored
    (percent)"""
    anchors: Optional[int]
    """anchors of its sentences (anchors)"""
    cue_ranges: Optional[int]
    """anchors that point at the words that carry a part (anchors)"""
    sentences_changed: Optional[int]
    """sentences that the copy at hand changes (sentences)"""
    sentences_gone: Optional[int]
    """sentences that the copy at hand lacks (sentences)"""
    sentences_new: Optional[int]
    """sentences of the copy that the record does not know (sentences)"""
    sentences_moved: Optional[int]
    """unchanged sentences that stand in another order in the copy (sentences)"""
    changes: List[ChangedPart]
    """parts that record and text no longer agree on"""
    unanchored: List[UnanchoredSentence]
    """assertions that nothing anchors, and new sentences that may be some"""
    without_evidence: List[UnsupportedFinding]
    """findings that it is anchored in and that rest on nothing"""
    sentences: List[SourcedSentence]
    """sentence by sentence"""
    findings_not_used: List[UnusedFinding]
    """findings that no sentence is anchored in"""
    evidence_not_used: List[UnusedEvidence]
    """evidence that nothing it is anchored in rests on"""


class Trace(_results.Result, name="trace"):
    """What a record rests on, and what rests on it."""

    head: ResultHead
    """what every result says of itself"""
    title: Optional[str]
    """the record in words"""
    of: Optional[str]
    """the record"""
    summary: Optional[str]
    """how much was found"""
    rows: List[TraceRow]
    """the tree, line by line"""


class Check(_results.Result, name="check"):
    """What the rules found."""

    errors: Optional[int]
    """issues that are errors and not waived"""
    warnings: Optional[int]
    """issues that are warnings and not waived"""
    notes: Optional[int]
    """issues that are notes and not waived"""
    waived: Optional[int]
    """issues that somebody waived"""
    rules: Optional[int]
    """rules run"""
    records: Optional[int]
    """records looked at"""
    issues: List[Issue]
    """the issues, errors first"""
    reconstruction: Optional[str]
    """what a reconstruction from public sources says of itself"""


class Document(_results.Result, name="document"):
    """A document as it is shown to one audience."""

    document: Optional[_records.Reference]
    """the document"""
    title: Optional[str]
    """its title"""
    kind: types.DocumentKind
    """kind of document"""
    language: Optional[str]
    """language of its text"""
    words_language: Optional[str]
    """language of the renderer's own words"""
    audience: Audience
    """for whom it is rendered"""
    state: types.State
    """how far it has come"""
    revision: Optional[int]
    """its revision"""
    issuers: List[str]
    """in whose name it speaks"""
    place: Optional[str]
    """place in the dateline"""
    published: Optional[_values.Date]
    """when published"""
    cutoff: Optional[_values.Date]
    """day up to which its data go"""
    election: Optional[str]
    """the election"""
    mission: Optional[str]
    """the mission whose findings are the document's own"""
    external: types.YesNo
    """whether others published it"""
    reconstruction: types.YesNo
    """whether it is put together from public sources"""
    reconstruction_note: Optional[str]
    """what a reconstruction says of itself, on every page"""
    disclaimers: List[str]
    """what a reader must know before reading"""
    related: List[str]
    """documents that it replaces, translates or attaches"""
    sections: List[SectionView]
    """its sections in order"""
    sentences: Optional[int]
    """number of sentences"""
    asserting: Optional[int]
    """number of sentences that assert something"""
    anchored: Optional[int]
    """number of those that are anchored"""
    sources: List[SourceNote]
    """evidence that it rests on, numbered"""
    standards: List[StandardView]
    """standards that it cites, each once"""
    clearances: List[ClearanceView]
    """who cleared it, in which role"""
    suggestions: List[SuggestionView]
    """composed sentences that nobody has adopted"""
    dossier_sha256: Optional[str]
    """digest of the dossier"""


class Suggestions(_results.Result, name="suggestions"):
    """Sentences that may be composed for a document; suggestions until somebody adopts them."""

    document: Optional[_records.Reference]
    """the document they are meant for"""
    suggestions: List[types.Suggestion]
    """the sentences, each with its pattern and what it rests on"""
    not_composed: List[str]
    """what was not composed, and why"""
    reconstruction: Optional[str]
    """what a reconstruction from public sources says of itself"""


class Changes(_results.Result, name="changes"):
    """What makes one dossier of another."""

    format: str
    """openeom-changes/1.0"""
    base_sha256: Optional[str]
    """digest of the dossier that was changed"""
    members: List[MemberChange]
    """members of the dossier itself that are a partner's own (x-...) and differ"""
    records: List[RecordChange]
    """the records that differ"""


class Merge(_results.Result, name="merge"):
    """What became of change sets that were applied together."""

    change_sets: Optional[int]
    """change sets applied"""
    records_changed: Optional[int]
    """records that differ from the base; 0 where there are conflicts"""
    of_other_bases: List[str]
    """digests of bases, other than this dossier, that change sets were made on"""
    conflicts: List[MergeConflict]
    """what was left undecided"""
    of_erased: List[_records.Reference]
    """records that were erased, of which changes were left out, and values reported of such"""
    mentions: List[MemberReference]
    """members in which words of what this merge erased still stand"""


class Examples(_results.Result, name="examples"):
    """The built-in dossiers."""

    examples: List[Example]
    """a row each"""


class Rules(_results.Result, name="rules"):
    """The rules of the check."""

    rules: List[Rule]
    """a block each"""


class Analyses(_results.Result, name="analyses"):
    """The analyses and their options."""

    analyses: List[Analysis]
    """a row each"""
    options: List[SchemaMember]
    """their options; `type` is the analysis"""


class Schema(_results.Result, name="schema"):
    """Types, members and code lists."""

    format: Optional[str]
    """version of the dossier format"""
    types: List[SchemaType]
    """the types"""
    members: List[SchemaMember]
    """their members"""
    code_lists: List[SchemaCodes]
    """the enumerations that they use"""


class ResultHead(_records.Part, name="result_head"):
    """What every result says of itself."""

    analysis: Optional[str]
    """name of the analysis"""
    options: Optional[Any]
    """its options in full"""
    dossier_sha256: Optional[str]
    """digest of the dossier"""
    data_cutoff: Optional[_values.Date]
    """day up to which the dossier goes"""
    assumptions: List[str]
    """what the analysis takes for granted"""
    not_computed: List[str]
    """what could not be computed, and why"""
    reconstruction: Optional[str]
    """what a reconstruction from public sources says of itself"""


class ContentsElection(_records.Part, name="contents_election"):
    """An election of the dossier."""

    election: Optional[_records.Reference]
    """the election"""
    name: Optional[str]
    """what it is called"""
    country: Optional[str]
    """ISO 3166-1 alpha-2 code"""
    dates: List[_values.Date]
    """election day or days"""
    data_cutoff: Optional[_values.Date]
    """day up to which the dossier follows it"""


class ContentsRegister(_records.Part, name="contents_register"):
    """A register that is not empty."""

    type: Optional[str]
    """type of its records"""
    plural: Optional[str]
    """its name in the file"""
    records: Optional[int]
    """how many records"""
    meaning: Optional[str]
    """what a record of it is"""


class ContentsDocument(_records.Part, name="contents_document"):
    """A document of the dossier."""

    document: Optional[_records.Reference]
    """the document"""
    title: Optional[str]
    """its title"""
    kind: types.DocumentKind
    """kind of document"""
    published: Optional[_values.Date]
    """when published"""
    state: types.State
    """how far it has come"""
    external: types.YesNo
    """whether others published it"""
    sentences: Optional[int]
    """sentences on record (sentences)"""
    asserting: Optional[int]
    """of these, sentences that assert something (sentences)"""


class RecordsRow(_records.Part, name="records_row"):
    """One record as cells."""

    id: Optional[str]
    """its id"""
    cells: List[str]
    """its values, in the order of the columns"""


class RecordMember(_records.Part, name="record_member"):
    """A member of the record."""

    member: Optional[str]
    """path of the member"""
    value: Optional[str]
    """what it holds"""
    unit: Optional[str]
    """its unit"""
    meaning: Optional[str]
    """what the member means"""


class RecordEvidence(_records.Part, name="record_evidence"):
    """What the record rests on."""

    evidence: Optional[_records.Reference]
    """the evidence"""
    statement: Optional[str]
    """what it says"""
    source: Optional[str]
    """where it comes from"""
    place: Optional[str]
    """where in the source"""
    tier: types.SourceTier
    """how near the source is to what it reports"""
    confidence: types.Confidence
    """how well the source bears it out"""
    member: Optional[str]
    """the member that rests on it"""


class RecordDispute(_records.Part, name="record_dispute"):
    """A value that a source gives for a member."""

    member: Optional[str]
    """the member"""
    value: Optional[str]
    """the value given"""
    preferred: types.YesNo
    """whether it is preferred"""
    sources: Optional[str]
    """who gives it"""
    reason: Optional[str]
    """why it is preferred, or is not"""


class RecordReferrer(_records.Part, name="record_referrer"):
    """A record that refers to this one."""

    record: Optional[_records.Reference]
    """the record that refers"""
    member: Optional[str]
    """its member that refers"""
    label: Optional[str]
    """the record in words"""


class MissionConclusion(_records.Part, name="mission_conclusion"):
    """What the mission asserts on registration, apart from the criteria."""

    title: Optional[str]
    """what is asserted, in the compiler's words"""
    finding: Optional[_records.Reference]
    """the finding"""
    attribution: Optional[str]
    """who asserts it"""
    quantity: Optional[str]
    """how many, as said; a vague term stays vague"""
    scope: Optional[str]
    """what it is limited to"""
    degree: Optional[str]
    """how much, by its adverb or adjective"""
    polarity: types.Polarity
    """whether it praises or faults"""
    basis: types.Basis
    """on what basis"""
    verification: types.Verification
    """how far verified"""
    evidence: List[_records.Reference]
    """what it rests on"""
    remarks: List[str]
    """what a reader must know besides"""
    stated_in: List[StatedIn]
    """sentences that assert it"""


class StatedIn(_records.Part, name="stated_in"):
    """Where a document says it."""

    document: Optional[_records.Reference]
    """the document"""
    document_title: Optional[str]
    """its title"""
    sentence: Optional[_records.Reference]
    """the sentence"""
    range: Optional[_values.Span]
    """bytes of the sentence (bytes)"""


class RegistrationDecision(_records.Part, name="registration_decision"):
    """A refusal, suspension or removal, reviewed criterion by criterion."""

    title: Optional[str]
    """what was decided"""
    event: Optional[_records.Reference]
    """the step on record"""
    subject: Optional[_records.Reference]
    """whom it concerns"""
    subject_label: Optional[str]
    """whom it concerns, by name"""
    kind: types.RegistrationKind
    """what was decided"""
    subjects: Optional[_values.Quantity]
    """how many candidates, of a batch (persons)"""
    persons: List[str]
    """candidates that a source names"""
    parties: List[str]
    """parties that a source names"""
    parties_affected: Optional[_values.Quantity]
    """how many parties (parties)"""
    body: Optional[str]
    """who decided"""
    stage: Optional[str]
    """administrative or court"""
    decided: Optional[_values.Date]
    """when decided"""
    published: Optional[_values.Date]
    """when announced"""
    effective: Optional[_values.Date]
    """from when it had effect"""
    legal_ground: Optional[str]
    """the provision cited, as cited; citing is not meeting"""
    grounds: List[str]
    """kinds of ground"""
    factual_ground: Optional[str]
    """the facts alleged"""
    initiator: Optional[str]
    """who set it in motion"""
    vote: Optional[str]
    """how the body voted"""
    days_registered_before: Optional[_values.Interval]
    """days from registration to the decision (days)"""
    days_before_vote: Optional[_values.Interval]
    """days from the decision to the vote (days)"""
    timing: Optional[str]
    """how late, in words"""
    consequences: List[str]
    """what followed for the subject"""
    attribution: Optional[str]
    """who says that it happened"""
    verification: types.Verification
    """how far that is verified"""
    evidence: List[_records.Reference]
    """what the step rests on"""
    evidence_held: Optional[str]
    """the review in a sentence"""
    criteria_with_evidence: Optional[int]
    """criteria with evidence, of 13 (criteria)"""
    met: Optional[int]
    """criteria that evidence shows met (criteria)"""
    partly_met: Optional[int]
    """criteria that evidence shows partly met (criteria)"""
    not_met: Optional[int]
    """criteria that evidence shows not met (criteria)"""
    unknown: Optional[int]
    """criteria that the file leaves open (criteria)"""
    not_applicable: Optional[int]
    """criteria that do not apply (criteria)"""
    remarks: List[str]
    """what a reader must know besides"""
    comparison: Optional[str]
    """whether others with the same alleged defect can be compared"""
    criteria: List[CriterionReview]
    """criterion by criterion"""
    answers: List[DecisionAnswer]
    """appeals and what became of them"""
    comparators: List[Comparator]
    """subjects with the same alleged defect"""


class CriterionReview(_records.Part, name="criterion_review"):
    """What the file holds on one of the thirteen criteria."""

    number: Optional[str]
    """D1 to D13"""
    group: types.CriterionGroup
    """procedure, substance, timing, or contested"""
    title: Optional[str]
    """the criterion"""
    assessment: CriterionState
    """unknown is neither met nor not met"""
    holds: Optional[str]
    """what the evidence says"""
    asserted_by: Optional[str]
    """who says so"""
    evidence: List[_records.Reference]
    """where it stands"""
    standards: List[str]
    """standards of the stage that applied on that day"""


class DecisionAnswer(_records.Part, name="decision_answer"):
    """A later step that answers a decision."""

    record: Optional[_records.Reference]
    """the step"""
    what: Optional[str]
    """what it was"""
    body: Optional[str]
    """before whom"""
    instance: Optional[int]
    """instance, from 1"""
    date: Optional[_values.Date]
    """when"""
    evidence: List[_records.Reference]
    """where it stands"""


class Comparator(_records.Part, name="comparator"):
    """A subject with the same alleged defect, removed or not."""

    group: Optional[str]
    """the party"""
    subject: Optional[str]
    """who had the same alleged defect"""
    ground: Optional[str]
    """the defect"""
    outcome: Optional[str]
    """what became of it"""
    source: Optional[str]
    """who says so"""
    event: Optional[_records.Reference]
    """the step on record"""


class Reinstatement(_records.Part, name="reinstatement"):
    """A return to registration."""

    event: Optional[_records.Reference]
    """the step on record"""
    subject: Optional[str]
    """who was reinstated"""
    kind: types.RegistrationKind
    """whether with effective remedy"""
    body: Optional[str]
    """who decided"""
    decided: Optional[_values.Date]
    """when decided"""
    days_before_vote: Optional[_values.Interval]
    """days from the decision to the vote (days)"""
    effect: Optional[str]
    """in time, or without effective remedy"""
    evidence: List[_records.Reference]
    """what it rests on"""


class BlockedMeaning(_records.Part, name="blocked_meaning"):
    """One of the legal events that 'blocked' may mean."""

    title: Optional[str]
    """the legal event"""
    code: Optional[str]
    """its code"""
    instances: List[BlockedInstance]
    """possible instances, each on its own attribution"""


class BlockedInstance(_records.Part, name="blocked_instance"):
    """An instance that a finding may mean, on somebody else's word; never the mission's list."""

    target: Optional[_records.Reference]
    """whom it concerns"""
    label: Optional[str]
    """by name"""
    attribution: Optional[str]
    """who says so"""
    evidence: List[_records.Reference]
    """where it stands"""
    finding: Optional[_records.Reference]
    """the finding that it may be an instance of"""


class OtherVoice(_records.Part, name="other_voice"):
    """What others than the mission assert on registration, or what it withdrew."""

    finding: Optional[_records.Reference]
    """the finding"""
    summary: Optional[str]
    """what is asserted, in the compiler's words"""
    attribution: Optional[str]
    """who asserts it"""
    verification: types.Verification
    """how far verified"""
    evidence: List[_records.Reference]
    """where it stands"""
    remark: Optional[str]
    """what its state takes from its weight: withdrawn, refuted, a draft"""


class RegistrationStep(_records.Part, name="registration_step"):
    """One step in the registration of a party, list or candidates."""

    event: Optional[_records.Reference]
    """the step on record"""
    date: Optional[str]
    """when"""
    subject: Optional[str]
    """whom it concerns"""
    what: Optional[str]
    """what happened"""
    body: Optional[str]
    """who decided"""
    attribution: Optional[str]
    """who says so"""
    evidence: List[_records.Reference]
    """where it stands"""


class CitedStandard(_records.Part, name="cited_standard"):
    """A standard, or a view that interprets one, cited beside a criterion."""

    id: Optional[str]
    """its id"""
    title: Optional[str]
    """instrument or parties"""
    paragraph: Optional[str]
    """paragraph, article or number"""
    summary: Optional[str]
    """what it says, in the library's words"""
    bindingness: types.Bindingness
    """what it obliges the state to"""


class Indicator(_records.Part, name="indicator"):
    """A computed indicator, or why there is none."""

    title: Optional[str]
    """its name"""
    id: Optional[str]
    """its id in the catalogue"""
    status: IndicatorStatus
    """computed, or not computable"""
    value: Optional[str]
    """the value to its declared digits"""
    unit: Optional[str]
    """unit of the value"""
    exact: Optional[Fraction]
    """the exact value"""
    lower: Optional[Fraction]
    """its least possible value"""
    upper: Optional[Fraction]
    """its greatest possible value"""
    reason: Optional[str]
    """why it is not computable"""
    formula: Optional[str]
    """formula in words and symbols"""
    n: Optional[int]
    """records or units it was computed from"""
    missing: Optional[int]
    """records or units that lack what the formula needs"""
    missing_items: List[str]
    """what is missing"""
    warnings: List[str]
    """what it must not be taken for"""
    values: List[IndicatorValue]
    """its values, where it has several"""
    printed: List[PrintedValue]
    """values of it that documents print"""
    inputs: List[IndicatorInput]
    """what it was computed from"""


class IndicatorValue(_records.Part, name="indicator_value"):
    """One value of an indicator that has several."""

    of: Optional[str]
    """what it is a value of"""
    value: Optional[str]
    """the value to its declared digits"""
    exact: Optional[Fraction]
    """the exact value"""
    lower: Optional[Fraction]
    """its least possible value"""
    upper: Optional[Fraction]
    """its greatest possible value"""
    note: Optional[str]
    """what a reader must know besides"""


class PrintedValue(_records.Part, name="printed_value"):
    """A number that a document prints as a value of an indicator."""

    figure: Optional[_records.Reference]
    """the published figure"""
    printed: Optional[str]
    """as printed"""
    agreement: FigureAgreement
    """whether it is one of the values computed, within its rounding"""
    note: Optional[str]
    """where it stands, and whether it was corrected since"""


class IndicatorInput(_records.Part, name="indicator_input"):
    """A member of a record that a value was computed from."""

    record: Optional[_records.Reference]
    """the record"""
    member: Optional[str]
    """its member"""
    value: Optional[str]
    """what it holds"""
    label: Optional[str]
    """the record in words"""
    evidence: List[_records.Reference]
    """what the record rests on"""


class Discrepancy(_records.Part, name="discrepancy"):
    """A member on whose value sources disagree."""

    title: Optional[str]
    """what is disputed"""
    id: Optional[str]
    """type, id and member, dotted"""
    record: Optional[_records.Reference]
    """the record"""
    member: Optional[str]
    """its member"""
    meaning: Optional[str]
    """what the member means"""
    held: Optional[str]
    """the value that the record holds"""
    holds_preferred: types.YesNo
    """whether that is the preferred one"""
    state: Optional[str]
    """resolved or not, in words"""
    values: List[DiscrepancyValue]
    """what the sources give"""


class DiscrepancyValue(_records.Part, name="discrepancy_value"):
    """What one source gives."""

    value: Optional[str]
    """the value"""
    preferred: types.YesNo
    """whether it is preferred"""
    words: Optional[str]
    """how the source puts it"""
    sources: List[str]
    """who gives it"""
    tier: types.SourceTier
    """how near the nearest source is to what it reports"""
    reason: Optional[str]
    """why it is preferred, or is not"""
    evidence: List[_records.Reference]
    """where it stands"""
    reported_value: Optional[_records.Reference]
    """the value on record"""


class ChangedPart(_records.Part, name="changed_part"):
    """A part of a sentence that record and text no longer agree on."""

    sentence: Optional[_records.Reference]
    """the sentence"""
    part: types.AnchorRole
    """the part of the finding"""
    message: Optional[str]
    """what changed"""


class UnanchoredSentence(_records.Part, name="unanchored_sentence"):
    """A sentence that asserts something and is anchored in nothing."""

    sentence: Optional[_records.Reference]
    """the sentence on record; none for one that the record does not know"""
    text: Optional[str]
    """its words, where they are at hand"""
    span: Optional[_values.Span]
    """where it stands (bytes)"""
    reason: Optional[str]
    """why it counts as not anchored"""


class UnsupportedFinding(_records.Part, name="unsupported_finding"):
    """A finding that the document is anchored in and that rests on nothing."""

    finding: Optional[_records.Reference]
    """the finding"""
    summary: Optional[str]
    """what is found"""
    attribution: Optional[str]
    """who asserts it"""


class SourcedSentence(_records.Part, name="sourced_sentence"):
    """A sentence and what it is anchored in."""

    title: Optional[str]
    """which sentence"""
    sentence: Optional[_records.Reference]
    """the sentence on record; none for one that the record does not know"""
    state: SentenceState
    """how the copy at hand compares with the record"""
    span: Optional[_values.Span]
    """where it stands in the document, or in the copy at hand (bytes)"""
    text: Optional[str]
    """its words, where they are at hand"""
    asserts: types.YesNo
    """whether it asserts anything"""
    anchored: types.YesNo
    """whether something that carries an assertion anchors it; of a copy, as it stands there"""
    rests_on_evidence: types.YesNo
    """whether all that it is anchored in rests on evidence"""
    anchors: List[SourcedAnchor]
    """what its words are anchored in"""
    issues: List[SentenceIssue]
    """where text and record part ways"""


class SourcedAnchor(_records.Part, name="sourced_anchor"):
    """What words of a sentence are anchored in."""

    anchor: Optional[_records.Reference]
    """the anchor"""
    role: types.AnchorRole
    """what the words carry"""
    words: Optional[str]
    """the words, or where they stand"""
    target: Optional[_records.Reference]
    """what they rest on"""
    label: Optional[str]
    """what they rest on, in words"""
    attribution: Optional[str]
    """who asserts it"""
    has_evidence: types.YesNo
    """whether that rests on evidence"""


class SentenceIssue(_records.Part, name="sentence_issue"):
    """Where text and record part ways."""

    part: types.AnchorRole
    """the part of the finding that it touches"""
    rule: Optional[str]
    """the rule that noticed it"""
    message: Optional[str]
    """what is wrong"""
    remedy: Optional[str]
    """what would mend it"""
    waived: Optional[str]
    """why somebody waived it"""


class UnusedFinding(_records.Part, name="unused_finding"):
    """A finding that no sentence of the document is anchored in."""

    finding: Optional[_records.Reference]
    """the finding"""
    summary: Optional[str]
    """what is found"""
    topic: Optional[str]
    """subject"""
    polarity: types.Polarity
    """whether it praises or faults"""
    attribution: Optional[str]
    """who asserts it"""


class UnusedEvidence(_records.Part, name="unused_evidence"):
    """Evidence that nothing the document is anchored in rests on."""

    evidence: Optional[_records.Reference]
    """the evidence"""
    statement: Optional[str]
    """what it says"""
    source: Optional[str]
    """where it comes from"""
    place: Optional[str]
    """where in the source"""


class TraceRow(_records.Part, name="trace_row"):
    """One line of the tree."""

    depth: Optional[int]
    """level in the tree, 0 for the record itself"""
    direction: TraceDirection
    """down to what it rests on, or up to what rests on it"""
    relation: Optional[str]
    """how it is tied to the row above"""
    record: Optional[str]
    """the record"""
    label: Optional[str]
    """the record in words"""
    detail: Optional[str]
    """place in the source, attribution, or the words"""


class Issue(_records.Part, name="issue"):
    """One thing that a rule found."""

    severity: IssueSeverity
    """error, warning or note"""
    rule: Optional[str]
    """stable id of the rule"""
    record: Optional[_records.Reference]
    """the record"""
    member: Optional[str]
    """the member"""
    role: Optional[str]
    """the part of a finding that is touched"""
    range: Optional[_values.Span]
    """bytes of the sentence at hand (bytes)"""
    message: Optional[str]
    """what is wrong"""
    remedy: Optional[str]
    """what would mend it"""
    waived: Optional[str]
    """why somebody waived it"""
    source: Optional[str]
    """what was read"""
    line: Optional[int]
    """line of the record, from 1"""
    column: Optional[int]
    """column of the record, from 1 (bytes)"""


class SectionView(_records.Part, name="section_view"):
    """A section as it is shown."""

    section: Optional[_records.Reference]
    """the section; empty for sentences outside any"""
    outline: Optional[str]
    """key in the outline"""
    title: Optional[str]
    """heading; empty where the text has none"""
    depth: Optional[int]
    """0 for a section of the document itself, 1 for one inside it ..."""
    owner: Optional[str]
    """role that keeps it, for internal use"""
    state: types.State
    """how far it has come"""
    sentences: List[SentenceView]
    """its sentences"""


class SentenceView(_records.Part, name="sentence_view"):
    """A sentence as it is shown."""

    sentence: Optional[_records.Reference]
    """the sentence"""
    number: Optional[int]
    """number of its note; 0 where it rests on nothing"""
    paragraph: Optional[int]
    """paragraph in the section"""
    origin: types.SentenceOrigin
    """where it comes from"""
    asserts: types.YesNo
    """whether it asserts anything"""
    wording: Wording
    """whether its words are shown"""
    span: Optional[_values.Span]
    """where it stands in an external document (bytes)"""
    text: Optional[str]
    """its words; empty where they are not at hand or differ"""
    segments: List[SegmentView]
    """the same words, cut where what they rest on changes"""
    marks: List[Standing]
    """what it rests on, each kind once"""
    sources: List[int]
    """numbers of the sources of all its anchors"""
    anchors: List[AnchorView]
    """the records that it is anchored in"""
    author: Optional[str]
    """who wrote it, for internal use"""
    notes: List[str]
    """what a reader must know besides"""


class SegmentView(_records.Part, name="segment_view"):
    """A stretch of a sentence that rests on one kind of thing."""

    text: Optional[str]
    """its words"""
    standing: Standing
    """what it rests on"""


class AnchorView(_records.Part, name="anchor_view"):
    """A record that a sentence is anchored in."""

    target: Optional[_records.Reference]
    """the record"""
    standing: Standing
    """what it is: the mission's finding, a claim, what could not be determined, a figure ..."""
    title: Optional[str]
    """what it says, in the compiler's words"""
    asserted_by: Optional[str]
    """who says so, in words"""
    asserter: types.Asserter
    """who says so"""
    basis: types.Basis
    """on what basis"""
    verification: types.Verification
    """how far verified"""
    polarity: types.Polarity
    """whether it praises or faults"""
    determination: types.Determination
    """whether the thing itself could be established"""
    test_failed: types.LegalTest
    """for law: the test that is failed"""
    quantity: Optional[str]
    """how many; a vague quantity stays vague"""
    degree: Optional[str]
    """how much"""
    scope: Optional[str]
    """what it is limited to"""
    persistence: types.Persistence
    """how it compares with earlier"""
    actor: Optional[str]
    """who is held responsible"""
    facts: List[str]
    """what else the record holds, member by member"""
    cues: List[CueView]
    """words of the sentence that carry its parts"""
    sources: List[int]
    """numbers of the sources"""
    withheld: Optional[int]
    """sources that this audience is not shown"""
    standards: List[StandardView]
    """standards cited"""
    provisions: List[str]
    """provisions of law concerned"""
    discrepancies: List[DiscrepancyView]
    """where sources disagree"""
    relations: List[RelationView]
    """records that bear on it"""
    quote: QuoteView
    """for a quote: the speaker's words"""
    notes: List[str]
    """what a reader must know besides"""
    state: types.State
    """for a finding: how far it has come; what is a draft or withdrawn does not stand"""


class CueView(_records.Part, name="cue_view"):
    """Words of a sentence that carry a part of what it rests on."""

    role: types.AnchorRole
    """what the words carry"""
    words: Optional[str]
    """the words; where the text is not at hand, those that the record keeps"""
    range: Optional[_values.Span]
    """where in the sentence (bytes)"""
    code: Optional[str]
    """what the record says of that part"""


class StandardView(_records.Part, name="standard_view"):
    """A standard cited."""

    id: Optional[str]
    """the standard"""
    instrument: Optional[str]
    """title of the instrument"""
    paragraph: Optional[str]
    """paragraph or article as cited"""
    summary: Optional[str]
    """what it says, in the library's words"""
    bindingness: types.Bindingness
    """what it obliges a state to"""
    applied: types.YesNo
    """whether it applied to the country on that day; not stated where unknown"""
    country: Optional[str]
    """the country of the election"""
    on: Optional[_values.Date]
    """election day"""
    named_by: types.NamedBy
    """whether the text names it or the compiler sets it beside"""


class DiscrepancyView(_records.Part, name="discrepancy_view"):
    """A member for which sources give different values."""

    record: Optional[_records.Reference]
    """the record"""
    label: Optional[str]
    """its name"""
    member: Optional[str]
    """the member"""
    values: List[ReportedView]
    """the values, the preferred one first"""


class ReportedView(_records.Part, name="reported_view"):
    """A value that a source gives."""

    value: Optional[str]
    """the value"""
    words: Optional[str]
    """how the source puts it"""
    preferred: types.YesNo
    """whether the record holds this one"""
    reason: Optional[str]
    """why it is preferred, or is not"""
    sources: List[int]
    """numbers of the sources"""
    withheld: Optional[int]
    """sources that this audience is not shown"""


class RelationView(_records.Part, name="relation_view"):
    """A record that bears on the one anchored."""

    relation: Relation
    """how it bears on it"""
    target: Optional[_records.Reference]
    """the record"""
    title: Optional[str]
    """what it says"""
    standing: Standing
    """what it is"""
    asserted_by: Optional[str]
    """who says so"""
    sources: List[int]
    """numbers of the sources"""
    withheld: Optional[int]
    """sources that this audience is not shown"""
    state: types.State
    """for a finding: how far it has come"""
    verification: types.Verification
    """for a finding: how far verified"""


class QuoteView(_records.Part, name="quote_view"):
    """A speaker's own words, word for word, or where they stand."""

    quote: Optional[_records.Reference]
    """the quote"""
    speaker: Optional[str]
    """who speaks"""
    roles: List[str]
    """in which roles, at that time"""
    document: Optional[str]
    """title of the document where the words stand"""
    span: Optional[_values.Span]
    """where in the document (bytes)"""
    wording: Wording
    """whether the words are shown"""
    words: Optional[str]
    """the words, word for word; empty where they are not at hand or differ"""
    language: Optional[str]
    """language of the words"""
    translated: types.YesNo
    """whether these are a translator's words"""
    conditional: types.YesNo
    """whether the speaker puts it under a condition"""


class SourceNote(_records.Part, name="source_note"):
    """An evidence that something in the document rests on, numbered."""

    number: Optional[int]
    """its number in this document"""
    evidence: Optional[_records.Reference]
    """the evidence"""
    source: Optional[_records.Reference]
    """the source"""
    statement: Optional[str]
    """what the source says, in the compiler's words"""
    kind: types.EvidenceKind
    """kind of evidence"""
    title: Optional[str]
    """title of the source"""
    publisher: Optional[str]
    """who published the source"""
    date: Optional[_values.Date]
    """date of the source"""
    place: Optional[str]
    """where in the source"""
    tier: types.SourceTier
    """how near the source is to what it reports"""
    url: Optional[str]
    """where it was read"""
    confidence: types.Confidence
    """how well the source bears it out"""
    caveat: Optional[str]
    """why the text read may not be the one in force"""
    corroborated_by: List[str]
    """other sources that say the same"""
    language: Optional[str]
    """language of the source, and of its title"""


class ClearanceView(_records.Part, name="clearance_view"):
    """A clearance of the document or of a part of it."""

    target: Optional[_records.Reference]
    """what was cleared"""
    role: types.ClearanceRole
    """in which role"""
    delegation: Optional[str]
    """for a delegation: which"""
    pseudonym: Optional[str]
    """who, by pseudonym, for internal use"""
    time: Optional[_values.Instant]
    """when"""
    lapsed: types.YesNo
    """whether its target has changed since; not stated where that is not known"""


class SuggestionView(_records.Part, name="suggestion_view"):
    """A composed sentence that nobody has adopted: no part of the document."""

    text: Optional[str]
    """the words"""
    pattern: Optional[str]
    """the pattern it was composed by"""
    heading: Optional[str]
    """where in the document it is meant to stand"""
    rests_on: List[_records.Reference]
    """records that it was composed from"""
    notes: List[str]
    """what an adopter must know besides"""


class MemberChange(_records.Part, name="member_change"):
    """A member's value before and after."""

    member: str
    """the member"""
    before: Optional[Any]
    """its value in the base; left out where it had none"""
    after: Optional[Any]
    """its value now; left out where it has none"""
    before_sha256: Optional[str]
    """digest of its value in the base, where words of what was erased stand in that"""


class RecordChange(_records.Part, name="record_change"):
    """What became of a record."""

    record: _records.Reference
    """the record"""
    kind: ChangeKind
    """whether it was added, changed, removed or erased"""
    members: List[MemberChange]
    """the members that differ; of a record added or removed, all that have a value; of one erased, none"""


class MergeConflict(_records.Part, name="merge_conflict"):
    """What was proposed for one member and cannot all be kept."""

    record: Optional[_records.Reference]
    """the record"""
    member: Optional[str]
    """the member; empty where it is about the record as a whole"""
    proposed: List[Any]
    """the values, each once, null for no value; the base's among them where it is not what a proposer saw"""
    removal: types.YesNo
    """whether somebody removed the record"""
    reason: Optional[str]
    """why they cannot all be kept"""


class MemberReference(_records.Part, name="member_reference"):
    """A member of a record."""

    record: Optional[_records.Reference]
    """the record; left out for the dossier itself"""
    member: Optional[str]
    """its member"""


class Example(_records.Part, name="example"):
    """A built-in dossier."""

    name: Optional[str]
    """open it as example:NAME"""
    title: Optional[str]
    """the election it is about"""
    summary: Optional[str]
    """what it holds"""


class Rule(_records.Part, name="rule"):
    """A rule and what it is for."""

    id: Optional[str]
    """stable id"""
    severity: IssueSeverity
    """how grave what it finds is"""
    title: Optional[str]
    """what it finds"""
    explanation: Optional[str]
    """why it matters, and what it cannot see"""
    remedy: Optional[str]
    """what would mend it"""
    reference: Optional[str]
    """the rule or method it comes from"""


class Analysis(_records.Part, name="analysis"):
    """An analysis."""

    name: Optional[str]
    """its name"""
    summary: Optional[str]
    """what it tells"""


class SchemaMember(_records.Part, name="schema_member"):
    """A member of a type."""

    type: Optional[str]
    """the type it belongs to"""
    name: Optional[str]
    """its name"""
    value: Optional[str]
    """kind of value"""
    list: types.YesNo
    """whether it holds several"""
    required: types.YesNo
    """whether a record must have it"""
    of: Optional[str]
    """type of record that it refers to or holds"""
    unit: Optional[str]
    """unit of its value"""
    codes: Optional[str]
    """code list of its value"""
    meaning: Optional[str]
    """what it means"""
    since: Optional[str]
    """format version that it came with"""


class SchemaType(_records.Part, name="schema_type"):
    """A type of the record."""

    name: Optional[str]
    """its name"""
    plural: Optional[str]
    """key of its register in a file"""
    kind: SchemaKind
    """register, table or part"""
    meaning: Optional[str]
    """what it is"""
    members: Optional[int]
    """how many members it has"""
    since: Optional[str]
    """format version that it came with"""


class SchemaCodes(_records.Part, name="schema_codes"):
    """An enumeration."""

    name: Optional[str]
    """its name"""
    meaning: Optional[str]
    """what it tells apart"""
    codes: List[str]
    """its codes; the first is what an omitted member means"""
