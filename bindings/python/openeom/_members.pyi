# Made from capi/schema.json by python3 bindings/gen/generate.py: change those, not this.
"""Registers and analyses of a dossier, for type checkers: at run time they come from the library's own description."""

from typing import Any, Mapping, Optional, Sequence

from . import _dossier, types
from . import results as given

class Members:
    """A method each register and each analysis."""

    def elections(self, **filter: Any) -> _dossier.Records[types.Election]:
        """An election or referendum, one round of it."""

    def seat_tiers(self, **filter: Any) -> _dossier.Records[types.SeatTier]:
        """Seats of an institution that are filled in one way."""

    def registration_totals(self, **filter: Any) -> _dossier.Records[types.RegistrationTotal]:
        """How many lists or persons had reached a stage of registration, as somebody counted them."""

    def legal_instruments(self, **filter: Any) -> _dossier.Records[types.LegalInstrument]:
        """A law, decree or other legal act of a state."""

    def provisions(self, **filter: Any) -> _dossier.Records[types.Provision]:
        """An article or paragraph of a legal instrument, in one version."""

    def standards(self, **filter: Any) -> _dossier.Records[types.Standard]:
        """A paragraph of an international instrument, or an instrument as a whole; its id is the instrument's, then
        numbers, dotted."""

    def case_law(self, **filter: Any) -> _dossier.Records[types.CaseLaw]:
        """A view or judgment that interprets a standard."""

    def bodies(self, **filter: Any) -> _dossier.Records[types.Body]:
        """An election commission, court, ministry or other institution."""

    def places(self, **filter: Any) -> _dossier.Records[types.Place]:
        """A territory, town, precinct or polling station."""

    def station_lists(self, **filter: Any) -> _dossier.Records[types.StationList]:
        """A dated version of the authority's list of stations."""

    def persons(self, **filter: Any) -> _dossier.Records[types.Person]:
        """A person in a public role."""

    def parties(self, **filter: Any) -> _dossier.Records[types.Party]:
        """A political party or movement, registered or not; what happened to it stands in registration events."""

    def candidate_lists(self, **filter: Any) -> _dossier.Records[types.CandidateList]:
        """A party's list of candidates."""

    def candidacies(self, **filter: Any) -> _dossier.Records[types.Candidacy]:
        """A person standing for election, or several of a batch where the source names none."""

    def registration_events(self, **filter: Any) -> _dossier.Records[types.RegistrationEvent]:
        """One step in the registration of a party, list or candidacy, or of a batch decided as one."""

    def complaints(self, **filter: Any) -> _dossier.Records[types.Complaint]:
        """A complaint or appeal in one instance."""

    def supervisory_acts(self, **filter: Any) -> _dossier.Records[types.SupervisoryAct]:
        """Acts of a prosecutor or other supervisor; these are not complaints."""

    def campaign_events(self, **filter: Any) -> _dossier.Records[types.CampaignEvent]:
        """A rally, debate, tour or other act of a campaign or protest."""

    def finance_reports(self, **filter: Any) -> _dossier.Records[types.FinanceReport]:
        """A campaign's income and expenditure in a period."""

    def media_outlets(self, **filter: Any) -> _dossier.Records[types.MediaOutlet]:
        """A newspaper, station or site, or a named group of them."""

    def media_measures(self, **filter: Any) -> _dossier.Records[types.MediaMeasure]:
        """Coverage of one actor in one outlet, as one monitor measured it."""

    def polls(self, **filter: Any) -> _dossier.Records[types.Poll]:
        """An opinion poll."""

    def events(self, **filter: Any) -> _dossier.Records[types.Event]:
        """Something that bears on an election, with its successive states."""

    def observer_organisations(self, **filter: Any) -> _dossier.Records[types.ObserverOrganisation]:
        """An organisation that observes elections."""

    def missions(self, **filter: Any) -> _dossier.Records[types.Mission]:
        """An observation of elections by one or several organisations."""

    def delegations(self, **filter: Any) -> _dossier.Records[types.Delegation]:
        """An institution's delegation to a mission."""

    def accreditation_counts(self, **filter: Any) -> _dossier.Records[types.AccreditationCount]:
        """Observers accredited or refused by a day."""

    def teams(self, **filter: Any) -> _dossier.Records[types.Team]:
        """Observers who work together, by pseudonym."""

    def deployments(self, **filter: Any) -> _dossier.Records[types.Deployment]:
        """A station that a team was to visit."""

    def meetings(self, **filter: Any) -> _dossier.Records[types.Meeting]:
        """An entry of the meeting log; identities are held elsewhere."""

    def field_reports(self, **filter: Any) -> _dossier.Records[types.FieldReport]:
        """A weekly or spot report of long-term observers."""

    def contacts(self, **filter: Any) -> _dossier.Records[types.Contact]:
        """Whom to ask; numbers and addresses are left out."""

    def observation_forms(self, **filter: Any) -> _dossier.Records[types.ObservationForm]:
        """A form that observers fill."""

    def form_versions(self, **filter: Any) -> _dossier.Records[types.FormVersion]:
        """A version of a form."""

    def questions(self, **filter: Any) -> _dossier.Records[types.Question]:
        """A question of a form version."""

    def observations(self, **filter: Any) -> _dossier.Records[types.Observation]:
        """One form filled by one team."""

    def incidents(self, **filter: Any) -> _dossier.Records[types.Incident]:
        """Something irregular that somebody reports."""

    def protocols(self, **filter: Any) -> _dossier.Records[types.Protocol]:
        """A results protocol in one version."""

    def protocol_discrepancies(self, **filter: Any) -> _dossier.Records[types.ProtocolDiscrepancy]:
        """A difference between levels of tabulation that a source reports."""

    def results(self, **filter: Any) -> _dossier.Records[types.Result]:
        """A contestant's result as published by somebody at one time."""

    def turnouts(self, **filter: Any) -> _dossier.Records[types.Turnout]:
        """Turnout of a territory at a time, as published."""

    def sources(self, **filter: Any) -> _dossier.Records[types.Source]:
        """A document or an informant that evidence comes from."""

    def evidence(self, **filter: Any) -> _dossier.Records[types.Evidence]:
        """What a source says at one place, in the compiler's words."""

    def reported_values(self, **filter: Any) -> _dossier.Records[types.ReportedValue]:
        """A value that a source gives for a member of a record; several that differ are a discrepancy."""

    def gaps(self, **filter: Any) -> _dossier.Records[types.Gap]:
        """Something that the file should hold and does not."""

    def findings(self, **filter: Any) -> _dossier.Records[types.Finding]:
        """What somebody asserts about an election, part by part, with the words it was read from."""

    def recommendations(self, **filter: Any) -> _dossier.Records[types.Recommendation]:
        """What a mission recommends."""

    def follow_ups(self, **filter: Any) -> _dossier.Records[types.FollowUp]:
        """How a recommendation was followed up, or all of a report's together."""

    def documents(self, **filter: Any) -> _dossier.Records[types.Document]:
        """A text over the record: a statement, a report, a press release of others."""

    def sections(self, **filter: Any) -> _dossier.Records[types.Section]:
        """A section of a document."""

    def sentences(self, **filter: Any) -> _dossier.Records[types.Sentence]:
        """A sentence of a document."""

    def anchors(self, **filter: Any) -> _dossier.Records[types.Anchor]:
        """Ties words of a sentence to what they rest on."""

    def clearances(self, **filter: Any) -> _dossier.Records[types.Clearance]:
        """Somebody's clearance of a text or finding; it lapses when its target changes."""

    def waivers(self, **filter: Any) -> _dossier.Records[types.Waiver]:
        """Why a check is set aside for a record; it is still shown, as waived."""

    def suggestions(self, **filter: Any) -> _dossier.Records[types.Suggestion]:
        """A composed sentence that nobody has adopted yet."""

    def quotes(self, **filter: Any) -> _dossier.Records[types.Quote]:
        """A speaker's own words in a document: shown word for word or not at all."""

    def authority_responses(self, **filter: Any) -> _dossier.Records[types.AuthorityResponse]:
        """An authority's answer to observers' findings."""

    def published_figures(self, **filter: Any) -> _dossier.Records[types.PublishedFigure]:
        """A number as it was printed, with what it was computed from."""

    def errata(self, **filter: Any) -> _dossier.Records[types.Erratum]:
        """A published correction of a printed figure."""

    def code_entries(self, **filter: Any) -> _dossier.Records[types.CodeEntry]:
        """A code of an extensible code list; its id is the list's name, a dot, the code."""

    def criterion_definitions(self, **filter: Any) -> _dossier.Records[types.CriterionDefinition]:
        """A criterion of due process for refusal and de-registration."""

    def indicator_definitions(self, **filter: Any) -> _dossier.Records[types.IndicatorDefinition]:
        """An indicator: formula, unit, warnings."""

    def document_outlines(self, **filter: Any) -> _dossier.Records[types.DocumentOutline]:
        """The usual order of a kind of document; section keys are outline id, a dot, the key."""

    def lifecycles(self, **filter: Any) -> _dossier.Records[types.Lifecycle]:
        """Usual order of states, replaceable by country."""

    def lexicon_entries(self, **filter: Any) -> _dossier.Records[types.LexiconEntry]:
        """Words that carry a part of a finding, and the codes they may stand for."""

    def erasures(self, **filter: Any) -> _dossier.Records[types.Erasure]:
        """The tombstone of a record that was erased; its id is that record's type, a dot, that record's id."""

    def contents(self) -> given.Contents:
        """What is in the dossier: elections, registers, documents."""

    def records(
        self, type: str, *, filter: Optional[Mapping[str, Any]] = None, columns: Optional[Sequence[str]] = None
    ) -> given.Records:
        """One register as a table."""

    def record(self, type: str, *, id: Optional[str] = None) -> given.Record:
        """One record whole, its evidence and who refers to it."""

    def registration(self, *, election: Optional[str] = None) -> given.Registration:
        """Refusals and removals, how late, and on which safeguards the file holds evidence."""

    def indicators(self, *, election: Optional[str] = None, indicator: Optional[str] = None) -> given.Indicators:
        """Value, formula, inputs, n, and what is missing."""

    def discrepancies(self, *, record: Optional[str] = None) -> given.Discrepancies:
        """Where sources disagree, which value is preferred, and why."""

    def sourcing(self, *, document: Optional[str] = None, text: Optional[str] = None) -> given.Sourcing:
        """Every sentence of a document: anchored in which findings, or not."""
