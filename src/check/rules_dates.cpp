// Rules on dates that cannot both be right (method 3, 13.3).
#include <algorithm>
#include <initializer_list>
#include <map>
#include <set>

#include <fmt/format.h>

#include "check/registry.hpp"
#include "check/walk.hpp"

namespace openeom::check {

namespace {

/// Members of one record of which the second is never earlier than the first.
struct Order {
    std::string_view first;
    std::string_view second;
};

constexpr Order kOrders[] = {
    {"since", "until"},
    {"decided", "published"},
    {"decided", "notified_to_subject"},
    {"effective", "ends"},
    {"occurred", "ends"},
    {"lodged", "decided"},
    {"lodged", "deadline_to_decide"},
    {"deployed", "departed"},
    {"valid_from", "valid_to"},
    {"submitted", "published"},
    {"in_force_from", "in_force_to"},
    {"adopted", "consolidated"},
    {"cutoff", "published"},
    {"arrived", "departed"},
};

struct Pair {
    const reflect::Member* first;
    const reflect::Member* second;
};

std::vector<Pair> pairs_of(const reflect::Struct& type) {
    std::vector<Pair> pairs;
    for (const Order& order : kOrders) {
        const reflect::Member* first = type.find(order.first);
        const reflect::Member* second = type.find(order.second);
        const auto dated = [](const reflect::Member* member) {
            return member &&
                   (member->type->kind == reflect::Kind::date || member->type->kind == reflect::Kind::instant);
        };
        if (dated(first) && dated(second) && first->type->kind == second->type->kind) pairs.push_back({first, second});
    }
    return pairs;
}

bool is_reversed(const Pair& pair, const void* object) {
    const void* first = pair.first->in(object);
    const void* second = pair.second->in(object);
    if (pair.first->type->kind == reflect::Kind::date)
        return certainly_before(*static_cast<const Date*>(second), *static_cast<const Date*>(first));
    const auto& begin = *static_cast<const Instant*>(first);
    const auto& end = *static_cast<const Instant*>(second);
    return !begin.empty() && !end.empty() && end.utc_microseconds() < begin.utc_microseconds();
}

void check_object(Context& context, const std::vector<Pair>& pairs, const void* object, const AnyRef& record,
                  const std::string& path) {
    for (const Pair& pair : pairs) {
        if (!is_reversed(pair, object)) continue;
        const std::string member =
            path.empty() ? std::string(pair.second->name) : fmt::format("{}.{}", path, pair.second->name);
        context.report({.record = record,
                        .member = member,
                        .message = fmt::format("'{}' is earlier than '{}'", pair.second->name, pair.first->name)});
    }
}

bool has_ordered_part(const reflect::Member& member) {
    const reflect::Type& inner = reflect::innermost(*member.type);
    return inner.kind == reflect::Kind::record && !pairs_of(inner.record()).empty();
}

void check_members(Context& context) {
    std::map<const reflect::Struct*, std::vector<Pair>> pairs_of_parts;
    for (const reflect::Struct* part : structs()) pairs_of_parts[part] = pairs_of(*part);
    for (const reflect::Struct* type : entities()) {
        const std::vector<Pair> own = pairs_of(*type);
        const auto tree = member_tree(*type, &has_ordered_part);
        if (own.empty() && tree.empty()) continue;
        const Register& records = context.dossier().records(*type);
        for (auto at = records.begin(); at != records.end(); ++at) {
            const void* record = *at;
            if (std::any_of(own.begin(), own.end(), [&](const Pair& pair) { return is_reversed(pair, record); }))
                check_object(context, own, record, reference_to(*type, record), {});
            Walker walker([&](const Visited& part) {
                check_object(context, pairs_of_parts[&part.type.record()], part.value, reference_to(*type, record),
                             part.path());
            });
            walker.members(tree, record);
        }
    }
}

/// A date of a record and the member that has it.
struct DatedMember {
    std::string_view member;
    Date date;
};

/// The first of several that has a date; without one where none has.
DatedMember first_dated(std::initializer_list<DatedMember> members) {
    for (const DatedMember& each : members)
        if (!each.date.empty()) return each;
    return {};
}

template <class T>
void report_pair(Context& context, const T& later, const DatedMember& dated, const AnyRef& earlier, const Date& other,
                 std::string_view how) {
    if (!certainly_before(dated.date, other)) return;
    context.report({.record = reference(later),
                    .member = std::string(dated.member),
                    .message = fmt::format("{} is earlier than {}, {} of {}", words(dated.date), words(other), how,
                                           earlier.text())});
}

/// The day that a step cannot be later than: what is published or told was decided, or happened, by then.
DatedMember latest_day(const RegistrationEvent& event) {
    return first_dated({{"decided", event.decided},
                        {"occurred", event.occurred},
                        {"published", event.published},
                        {"notified_to_subject", event.notified_to_subject}});
}

/// The day of a step itself; its publication may be long after it, and says nothing of what answers it.
DatedMember own_day(const RegistrationEvent& event) {
    return first_dated({{"decided", event.decided}, {"occurred", event.occurred}});
}

std::string_view day_words(const DatedMember& dated) {
    return dated.member == "decided" ? "the decision" : "the day";
}

/// The nearest step with a day of its own that a step answers, directly or through others.
const RegistrationEvent* dated_before(const Dossier& dossier, const RegistrationEvent& event) {
    std::set<std::string_view> seen{event.id.text()};
    const RegistrationEvent* before = dossier.find(event.follows);
    while (before && own_day(*before).date.empty() && seen.insert(before->id.text()).second)
        before = dossier.find(before->follows);
    return before && !own_day(*before).date.empty() ? before : nullptr;
}

void check_registration_chain(Context& context) {
    for (const RegistrationEvent& event : context.dossier().all<RegistrationEvent>())
        if (const RegistrationEvent* before = dated_before(context.dossier(), event))
            report_pair(context, event, latest_day(event), reference(*before), own_day(*before).date,
                        day_words(own_day(*before)));
}

/// Steps that a complaint may be lodged against once they are taken. A wait may be complained of before it ends.
bool is_contestable(RegistrationKind kind) {
    switch (kind) {
        case RegistrationKind::refused:
        case RegistrationKind::deregistered:
        case RegistrationKind::liquidated:
        case RegistrationKind::banned:
        case RegistrationKind::upheld:
        case RegistrationKind::overturned:
        case RegistrationKind::dismissed:
        case RegistrationKind::not_examined: return true;
        default: return false;
    }
}

void check_complaint_chain(Context& context, const Complaint& complaint) {
    const Dossier& dossier = context.dossier();
    const DatedMember dated =
        first_dated({{"lodged", complaint.lodged}, {"decided", complaint.decided}, {"published", complaint.published}});
    if (const Complaint* before = dossier.find(complaint.appeals)) {
        const DatedMember other = first_dated({{"decided", before->decided}, {"lodged", before->lodged}});
        const std::string_view how = other.member == "decided" ? "the decision" : "the lodging";
        report_pair(context, complaint, dated, reference(*before), other.date, how);
        return;
    }
    if (!complaint.about || complaint.about->type() != "registration_event") return;
    const RegistrationEvent* event = dossier.find<RegistrationEvent>(complaint.about->id());
    if (event && is_contestable(event->kind))
        report_pair(context, complaint, dated, *complaint.about, own_day(*event).date, day_words(own_day(*event)));
}

/// Records that name one that came before them.
void check_chains(Context& context) {
    const Dossier& dossier = context.dossier();
    check_registration_chain(context);
    for (const Complaint& complaint : dossier.all<Complaint>()) check_complaint_chain(context, complaint);
    for (const Result& result : dossier.all<Result>())
        if (const Result* before = dossier.find(result.amends))
            report_pair(context, result, {"published", result.published}, reference(*before), before->published,
                        "the publication");
    for (const Document& document : dossier.all<Document>())
        if (const Document* before = dossier.find(document.supersedes))
            report_pair(context, document, {"published", document.published}, reference(*before), before->published,
                        "the publication");
}

void check_histories(Context& context) {
    for (const Event& event : context.dossier().all<Event>())
        for (std::size_t i = 1; i < event.history.size(); ++i)
            if (certainly_before(event.history[i].date, event.history[i - 1].date))
                context.report({.record = reference(event),
                                .member = fmt::format("history[{}].date", i),
                                .message = fmt::format("{} stands after {}", words(event.history[i].date),
                                                       words(event.history[i - 1].date))});
    for (const Election& election : context.dossier().all<Election>())
        if (certainly_before(election_days(election), election.called))
            context.report({.record = reference(election),
                            .member = "called",
                            .message = fmt::format("called on {}, after election day", words(election.called))});
}

void check_dates(Context& context) {
    check_members(context);
    check_chains(context);
    check_histories(context);
}

constexpr RuleRow kRules[] = {
    {"dates-out-of-order", IssueSeverity::error, "dates that cannot both be right",
     "A decision is not published before it is taken, nor a period over before it begins; a step of registration is "
     "not before the one that it answers, nor a complaint before what it is about. Only what is certain is "
     "reported: dates that may overlap as far as they are known are left alone, and so are pairs that law or practice "
     "may reverse.",
     "compare both dates with their sources; where sources disagree, record reported values", "method 3, 13.3",
     &check_dates},
};

}  // namespace

std::span<const RuleRow> rules_of_dates() {
    return kRules;
}

}  // namespace openeom::check
