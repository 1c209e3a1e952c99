// Rules on standards and provisions (method 9, 13.7, 13.8).
#include <set>

#include <fmt/format.h>

#include "check/registry.hpp"
#include "openeom/io/open.hpp"

namespace openeom::check {

namespace {

/// A standard that a record cites, for a country on a day.
struct Cited {
    AnyRef record;
    std::string member;
    std::string_view standard;
    std::string country;
    Date on;
};

void add(std::vector<Cited>& cited, const AnyRef& record, const std::vector<std::string>& standards,
         const Election* election) {
    for (std::size_t i = 0; i < standards.size(); ++i)
        cited.push_back({record, fmt::format("standards[{}]", i), standards[i], election ? election->country : "",
                         election ? election_days(*election) : Date()});
}

const Election* election_of_document(const Dossier& dossier, const std::optional<Ref<Document>>& reference) {
    const Document* document = dossier.find(reference);
    return election_of(dossier, document ? document->election : std::nullopt);
}

std::vector<Cited> cited_standards(const Dossier& dossier) {
    std::vector<Cited> cited;
    const Election* only = election_of(dossier, std::nullopt);
    for (const Finding& finding : dossier.all<Finding>())
        add(cited, reference(finding), finding.standards, election_of(dossier, finding.election));
    for (const Recommendation& recommendation : dossier.all<Recommendation>())
        add(cited, reference(recommendation), recommendation.standards,
            election_of_document(dossier, recommendation.document));
    for (const Provision& provision : dossier.all<Provision>())
        add(cited, reference(provision), provision.standards, only);
    for (const Anchor& anchor : dossier.all<Anchor>()) {
        if (anchor.target.type() != "standard") continue;
        const Sentence* sentence = dossier.find(anchor.sentence);
        const Election* election = sentence ? election_of_document(dossier, sentence->document) : only;
        cited.push_back({reference(anchor), "target", anchor.target.id(), election ? election->country : "",
                         election ? election_days(*election) : Date()});
    }
    return cited;
}

/// Calls `visit(cited, standard, applies)` for each known standard that is cited for a known country and day and binds,
/// so that it must apply: good practice and persuasive authority need not.
template <class Visit>
void for_each_binding(const Dossier& dossier, Visit visit) {
    for (const Cited& cited : cited_standards(dossier)) {
        const Standard* standard = find_here_or_in_catalogue<Standard>(dossier, cited.standard);
        if (!standard || cited.country.empty() || cited.on.empty()) continue;
        const Bindingness binding = bindingness(dossier, *standard);
        if (binding == Bindingness::good_practice || binding == Bindingness::persuasive) continue;
        visit(cited, *standard, applies(dossier, *standard, cited.country, cited.on));
    }
}

void check_not_applicable(Context& context) {
    for_each_binding(context.dossier(), [&](const Cited& cited, const Standard& standard, Applies applied) {
        if (applied != Applies::no) return;
        context.report({.record = cited.record,
                        .member = cited.member,
                        .message = fmt::format("standard {} did not apply to {} on {}", standard.id.text(),
                                               cited.country, words(cited.on))});
    });
}

void check_unknown_applicability(Context& context) {
    for_each_binding(context.dossier(), [&](const Cited& cited, const Standard& standard, Applies applied) {
        if (applied != Applies::unknown) return;
        context.report({.record = cited.record,
                        .member = cited.member,
                        .message = fmt::format("whether standard {} applied to {} on {} is not known",
                                               standard.id.text(), cited.country, words(cited.on))});
    });
}

// Provisions ----------------------------------------------------------------------------------------------------------

/// A provision that a record cites, and the day that its version must cover.
template <class Visit>
void for_each_provision(const Dossier& dossier, Visit visit) {
    for (const Finding& finding : dossier.all<Finding>()) {
        const Election* election = election_of(dossier, finding.election);
        for (std::size_t i = 0; election && i < finding.provisions.size(); ++i)
            if (const Provision* provision = dossier.find(finding.provisions[i]))
                visit(reference(finding), fmt::format("provisions[{}]", i), *provision, election_days(*election));
    }
    for (const RegistrationEvent& event : dossier.all<RegistrationEvent>())
        if (const Provision* provision = dossier.find(event.provision))
            if (!event.decided.empty()) visit(reference(event), "provision", *provision, event.decided);
    for (const Anchor& anchor : dossier.all<Anchor>()) {
        const Provision* provision =
            anchor.target.type() == "provision" ? dossier.find<Provision>(anchor.target.id()) : nullptr;
        const Sentence* sentence = provision ? dossier.find(anchor.sentence) : nullptr;
        const Election* election = sentence ? election_of_document(dossier, sentence->document) : nullptr;
        if (election) visit(reference(anchor), "target", *provision, election_days(*election));
    }
}

/// Whether the version, and the instrument that it stands in, may have been in force.
bool may_have_held(const Dossier& dossier, const Provision& provision, const Date& on) {
    const LegalInstrument* instrument = dossier.find(provision.instrument);
    if (instrument && within(on, instrument->in_force_from, instrument->in_force_to) == Within::no) return false;
    return within(on, provision.valid_from, provision.valid_to) != Within::no;
}

void check_provision_version(Context& context) {
    const Dossier& dossier = context.dossier();
    for_each_provision(
        dossier, [&](const AnyRef& record, const std::string& member, const Provision& provision, const Date& on) {
            if (on.empty() || may_have_held(dossier, provision, on)) return;
            context.report({.record = record,
                            .member = member,
                            .message = fmt::format("provision:{} was not in force in this version on {}",
                                                   provision.id.text(), words(on))});
        });
}

/// One note a provision, however many records cite it.
void check_provision_unconfirmed(Context& context) {
    const Dossier& dossier = context.dossier();
    std::set<std::string_view> noted;
    for_each_provision(dossier, [&](const AnyRef& record, const std::string&, const Provision& provision,
                                    const Date& on) {
        if (on.empty() || !may_have_held(dossier, provision, on)) return;
        const bool confirmed =
            !provision.valid_from.empty() && within(on, provision.valid_from, provision.valid_to) == Within::yes;
        if (confirmed || !noted.insert(provision.id.text()).second) return;
        const std::string read =
            provision.version_read.empty() ? "of an unknown date" : "of " + words(provision.version_read);
        context.report({.record = reference(provision),
                        .member = "valid_from",
                        .message = fmt::format("read in a text {} and cited by {}; that it held on {} is not confirmed",
                                               read, record.text(), words(on))});
    });
}

constexpr RuleRow kRules[] = {
    {"provision-version", IssueSeverity::warning, "a provision was not in force in the version cited",
     "Laws change, and consolidated texts found later are not the law of the day. The version cited must cover the "
     "day of the decision, or election day. The rule trusts the dates recorded.",
     "cite the version in force on that day", "method 13.8", &check_provision_version},
    {"provision-version-unconfirmed", IssueSeverity::note, "nothing confirms that a provision held in the version read",
     "Where it is not known from when a version held, what is cited may be a later text: a caveat that a reader must "
     "be given.",
     "find from when the version held, or carry the caveat into the document", "method 13.8",
     &check_provision_unconfirmed},
    {"standard-applicability-unknown", IssueSeverity::note, "whether a standard applied is not known",
     "The registry has no entry of this country for the standard. Unknown is neither yes nor no.",
     "add the country to the standard's applies_to, in the dossier if need be", "method 13.7",
     &check_unknown_applicability},
    {"standard-not-applicable", IssueSeverity::warning, "a standard did not apply to the country on that day",
     "A treaty ratified later, or a comment adopted later, binds nobody earlier. Good practice and persuasive "
     "authority are exempt and marked as such in the registry, on which the rule depends.",
     "cite another standard, or mark what is good practice as good practice", "method 13.7", &check_not_applicable},
};

}  // namespace

std::span<const RuleRow> rules_of_law() {
    return kRules;
}

}  // namespace openeom::check
