// The list of entities: each is a register of a dossier. Adding one is its struct and its line here.
#pragma once

#include "openeom/model/erasure.hpp"

namespace openeom {

using Entities = boost::mp11::mp_list<
    Election, SeatTier, RegistrationTotal, LegalInstrument, Provision, Standard, CaseLaw, Body, Place, StationList, Person,
    Party, CandidateList, Candidacy, RegistrationEvent, Complaint, SupervisoryAct, CampaignEvent, FinanceReport, MediaOutlet,
    MediaMeasure, Poll, Event, ObserverOrganisation, Mission, Delegation, AccreditationCount, Team, Deployment, Meeting,
    FieldReport, Contact, ObservationForm, FormVersion, Question, Observation, Incident, Protocol, ProtocolDiscrepancy, Result,
    Turnout, Source, Evidence, ReportedValue, Gap, Finding, Recommendation, FollowUp, Document, Section, Sentence, Anchor,
    Clearance, Waiver, Suggestion, Quote, AuthorityResponse, PublishedFigure, Erratum, CodeEntry, CriterionDefinition,
    IndicatorDefinition, DocumentOutline, Lifecycle, LexiconEntry,
    Erasure>;

/// Tables of all entities, in the order of the list.
std::span<const reflect::Struct* const> entities() noexcept;

/// Entity by name ("party"), or by plural ("parties"); null where there is none.
const reflect::Struct* find_entity(std::string_view name) noexcept;

/// Position in `entities()`; throws Error(not_found) with a suggestion.
std::size_t entity_index(std::string_view name);

/// Every described struct of the model, parts of records included, by name.
std::span<const reflect::Struct* const> structs() noexcept;

}  // namespace openeom
