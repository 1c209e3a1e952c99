// The text checks of parts (method 7.2): whether each coded part of an anchored finding is borne out by words, by an
// anchor, or by an admissible reason why there are none; whether named actors and issuers are those meant.
#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "check/names.hpp"
#include "check/registry.hpp"

namespace openeom::check {

namespace {

void report(Context& context, const Finding& finding, const FindingPart& part, std::string message,
            std::string remedy = {}) {
    context.report({.record = reference(finding),
                    .member = std::string(part.member),
                    .role = std::string(code_name(part.role)),
                    .message = fmt::format("{}: {}", code_name(part.role), message),
                    .remedy = std::move(remedy)});
}

/// Sentences of the documents looked at that assert a finding.
std::vector<const SentenceText*> assertions_of(Context& context, const Finding& finding) {
    std::vector<const SentenceText*> found;
    for (const Anchor* anchor : context.index().anchors_to(reference(finding).text())) {
        const Sentence* sentence =
            anchor->role == AnchorRole::asserts ? context.dossier().find(anchor->sentence) : nullptr;
        const SentenceText* text = sentence ? context.text_of(*sentence) : nullptr;
        if (text) found.push_back(text);
    }
    return found;
}

bool has_anchor(Context& context, const Finding& finding, AnchorRole role) {
    const auto anchors = context.index().anchors_to(reference(finding).text());
    return std::any_of(anchors.begin(), anchors.end(), [&](const Anchor* each) { return each->role == role; });
}

bool is_asserted(Context& context, const Finding& finding) {
    return has_anchor(context, finding, AnchorRole::asserts);
}

template <class Visit>
void for_each_part(Context& context, Visit visit) {
    for (const Finding* finding : context.anchored_findings())
        for (const FindingPart& part : parts_of(*finding)) visit(*finding, part);
}

void check_part_unanchored(Context& context) {
    for_each_part(context, [&](const Finding& finding, const FindingPart& part) {
        if (part.words.empty() || !is_asserted(context, finding) || has_anchor(context, finding, part.role)) return;
        report(context, finding, part,
               fmt::format("the record says {}, and no anchor of this role stands in a text", marked(part.words)));
    });
}

void check_part_missing(Context& context) {
    for (const DocumentText& document : context.documents())
        for (const SentenceText& sentence : document.sentences)
            for (const CueAnchor& cue : sentence.cues) {
                const bool stated = cue.part ? cue.part->stated : !cue.finding->concedes.empty();
                if (stated) continue;
                const std::string_view member = cue.part ? cue.part->member : "concedes";
                context.report(
                    {.record = reference(*cue.finding),
                     .member = std::string(member),
                     .role = std::string(code_name(cue.anchor->role)),
                     .range = cue.anchor->range,
                     .message = fmt::format("{}: anchor:{} points at words for it, and the finding does not state it",
                                            code_name(cue.anchor->role), cue.anchor->id.text())});
            }
}

/// Whether a part without words may do without: a text of our own carries it in words that an anchor points at.
bool worded_in_own_text(Context& context, const Finding& finding, AnchorRole role) {
    const auto assertions = assertions_of(context, finding);
    const bool external = std::any_of(assertions.begin(), assertions.end(),
                                      [](const SentenceText* each) { return is_external(*each->sentence); });
    return !external && has_anchor(context, finding, role);
}

void check_without_words(Context& context) {
    for_each_part(context, [&](const Finding& finding, const FindingPart& part) {
        if (!part.stated || !part.words.empty() || part.implied_by != ImpliedBy::not_stated) return;
        if (!is_asserted(context, finding) || worded_in_own_text(context, finding, part.role)) return;
        report(context, finding, part,
               fmt::format("'{}' is read from no words, and nothing says what implies it", part.code));
    });
}

/// Why a reason for a part without words is none; empty where it is one.
std::string_view inadmissible(const FindingPart& part) {
    if (part.implied_by == ImpliedBy::not_stated) return {};
    if (!part.words.empty()) return "it has words, and yet is said to be implied";
    if (part.implied_by != ImpliedBy::no_agent && !part.stated)
        return "it is said to be implied, and nothing is stated";
    if (part.implied_by == ImpliedBy::issuers && part.role != AnchorRole::attribution)
        return "issuers imply only who asserts it";
    if (part.role == AnchorRole::quantity && part.code != "number:plural")
        return "a quantity other than a bare plural has words";
    if (part.role == AnchorRole::degree) return "a degree is kept word for word, so it has words";
    if (part.implied_by != ImpliedBy::no_agent) return {};
    if (part.role != AnchorRole::actor) return "that no agent is named implies only that no actor is stated";
    if (part.stated) return "no agent is named, and yet one is stated";
    return part.targets.empty() ? "" : "no agent is named, and yet the part points at one";
}

void check_implied_by(Context& context) {
    for_each_part(context, [&](const Finding& finding, const FindingPart& part) {
        if (const std::string_view why = inadmissible(part); !why.empty())
            report(context, finding, part, std::string(why));
    });
}

// Names ---------------------------------------------------------------------------------------------------------------

/// Codes of asserted_by that a person may be: a speaker, and what the person's public roles make of one.
std::vector<std::string_view> asserters(const Person& person) {
    std::vector<std::string_view> codes{"named_speaker"};
    for (const Role& role : person.roles) {
        if (role.at && role.at->type() == "body") codes.push_back("authority");
        if (role.at && role.at->type() == "party") codes.push_back("party");
    }
    return codes;
}

/// Codes of asserted_by that a record may be; empty where any will do.
std::vector<std::string_view> asserters(const Dossier& dossier, const AnyRef& target) {
    const std::string_view type = target.type();
    if (type == "person") {
        const Person* person = dossier.find<Person>(target.id());
        return person ? asserters(*person) : std::vector<std::string_view>();
    }
    if (type == "party" || type == "candidate_list") return {"party"};
    if (type == "body") return {"authority"};
    if (type == "media_outlet") return {"media"};
    if (type == "mission" || type == "delegation") return {"mission", "institution", "citizen_observers"};
    if (type == "observer_organisation") return {"institution", "citizen_observers"};
    return {};
}

void check_asserter(Context& context, const Finding& finding, const FindingPart& part) {
    for (const AnyRef& target : part.targets) {
        const auto codes = asserters(context.dossier(), target);
        if (codes.empty() || std::find(codes.begin(), codes.end(), part.code) != codes.end()) continue;
        report(context, finding, part, fmt::format("'{}' is not what {} can be", part.code, target.text()));
    }
}

void check_actors(Context& context) {
    for_each_part(context, [&](const Finding& finding, const FindingPart& part) {
        if (part.role == AnchorRole::attribution) check_asserter(context, finding, part);
        const bool speaker =
            part.role == AnchorRole::attribution && finding.asserted_by.code == Asserter::named_speaker;
        if ((part.role != AnchorRole::actor && !speaker) || part.words.empty()) return;
        for (const AnyRef& target : part.targets)
            if (!is_named(context.dossier(), part.words, target))
                report(context, finding, part, fmt::format("{} is no name of {}", marked(part.words), target.text()));
    });
}

// Issuers -------------------------------------------------------------------------------------------------------------

bool is_partner(const Dossier& dossier, const Mission& mission, const AnyRef& issuer) {
    return std::any_of(mission.partners.begin(), mission.partners.end(), [&](const Ref<ObserverOrganisation>& each) {
        return issuer.type() == "observer_organisation" && issuer.id() == each.text() && dossier.find(each);
    });
}

/// Whether a document speaks in the name of a mission: it is an issuer, or all issuers are its partners.
bool speaks_for_mission(const Dossier& dossier, const Document& document) {
    const auto& issuers = document.issuers;
    if (std::any_of(issuers.begin(), issuers.end(), [](const AnyRef& each) { return each.type() == "mission"; }))
        return true;
    const Mission* mission = dossier.find(document.mission);
    return mission && !issuers.empty() && std::all_of(issuers.begin(), issuers.end(), [&](const AnyRef& each) {
               return is_partner(dossier, *mission, each);
           });
}

/// Whether it speaks in the name of one institution.
bool speaks_for_institution(const Document& document) {
    return document.issuers.size() == 1 && document.issuers.front().type() != "mission";
}

/// What is wrong with who asserts a finding, and what would mend it where that is more than the rule says.
struct IssuerFault {
    std::string message;
    std::string remedy;

    friend auto operator<=>(const IssuerFault&, const IssuerFault&) = default;
};

/// Codes of asserted_by that the issuers of a document speak as.
std::vector<std::string_view> spoken_as(const Dossier& dossier, const Document& document) {
    std::vector<std::string_view> codes;
    if (speaks_for_mission(dossier, document)) codes.push_back("mission");
    if (speaks_for_institution(document)) codes.push_back("institution");
    return codes;
}

/// The fault of a code that the issuers do not bear out: what they do speak as, so that the code can be put right.
IssuerFault spoken_otherwise(const Dossier& dossier, const Document& document, Asserter code) {
    const std::string& id = document.id.text();
    if (document.issuers.empty())
        return {fmt::format("said to be implied by the issuers, and document:{} names none", id),
                "name the issuers of the document, or who asserts it and in what words"};
    const auto codes = spoken_as(dossier, document);
    if (codes.empty())
        return {fmt::format("implied by the issuers of document:{}, which do not speak as '{}': they speak neither as "
                            "one mission nor as one institution",
                            id, code_name(code)),
                "let asserted_by be 'institution' with the issuer that asserts it as target, or correct the document's "
                "issuers"};
    const std::string spoken = fmt::format("'{}'", fmt::join(codes, "' or '"));
    return {fmt::format("implied by the issuers of document:{}, which do not speak as '{}': they speak as {}", id,
                        code_name(code), spoken),
            fmt::format("let asserted_by be {}, or correct the document's issuers", spoken)};
}

IssuerFault issuer_fault(const Dossier& dossier, const Document& document, const Cue<Asserter>& asserted_by) {
    for (const AnyRef& target : asserted_by.target) {
        const bool issues =
            std::find(document.issuers.begin(), document.issuers.end(), target) != document.issuers.end();
        const bool mission = document.mission && target == AnyRef("mission", document.mission->text());
        if (!issues && !mission)
            return {fmt::format("{} is no issuer of document:{}", target.text(), document.id.text()), {}};
    }
    const auto codes = spoken_as(dossier, document);
    const bool named = asserted_by.code == Asserter::institution && !asserted_by.target.empty();
    if (named || std::find(codes.begin(), codes.end(), code_name(asserted_by.code)) != codes.end()) return {};
    return spoken_otherwise(dossier, document, asserted_by.code);
}

/// Words such as "the observers" may stand for a mission or an institution: then an institution must be named, or be
/// the only issuer.
std::string unnamed_institution(Context& context, const Finding& finding, const Document& document) {
    const Cue<Asserter>& asserted_by = finding.asserted_by;
    if (asserted_by.code != Asserter::institution || asserted_by.words.empty() || !asserted_by.target.empty())
        return {};
    const auto codes = context.lexicon().codes(document.language, AnchorRole::attribution, asserted_by.words);
    const bool either = codes && std::find(codes->begin(), codes->end(), "mission") != codes->end();
    if (!either || speaks_for_institution(document)) return {};
    return fmt::format("{} may stand for a mission, and document:{} does not speak for one institution",
                       marked(asserted_by.words), document.id.text());
}

/// A reconstruction speaks for nobody, and a sentence with an attribution of its own leaves nothing to its issuers.
bool leaves_it_to_issuers(const Finding& finding, const SentenceText& sentence) {
    if (sentence.document->reconstruction == YesNo::yes && sentence.document->issuers.empty()) return false;
    return std::none_of(sentence.cues.begin(), sentence.cues.end(), [&](const CueAnchor& cue) {
        return cue.finding == &finding && cue.anchor->role == AnchorRole::attribution;
    });
}

void check_issuers(Context& context) {
    for (const Finding* finding : context.anchored_findings()) {
        const bool implied = finding->asserted_by.implied_by == ImpliedBy::issuers;
        std::set<IssuerFault> faults;  // one document may assert it in several sentences
        for (const SentenceText* sentence : assertions_of(context, *finding)) {
            if (!implied) faults.insert({unnamed_institution(context, *finding, *sentence->document), {}});
            else if (leaves_it_to_issuers(*finding, *sentence))
                faults.insert(issuer_fault(context.dossier(), *sentence->document, finding->asserted_by));
        }
        for (const IssuerFault& fault : faults)
            if (!fault.message.empty())
                report(context, *finding, *part_of(*finding, AnchorRole::attribution), fault.message, fault.remedy);
    }
}

constexpr RuleRow kRules[] = {
    {"actor-differs", IssueSeverity::warning, "the words name somebody else",
     "Where the actor or speaker of a finding points at a record, the words must be one of its names, abbreviations "
     "or roles, or a part of one; and who asserts a finding must be what the record can be: a person a named speaker, "
     "or an authority by a public role; an outlet media. Two persons of one name, and pronouns, are beyond the rule.",
     "correct the target, or add the name in use to the record", "method 7.2 (4)", &check_actors},
    {"cue-without-words", IssueSeverity::warning, "a part is read from no words",
     "A coded part keeps the words it was read from, or says what implies it. A code with neither is the compiler's "
     "own addition.",
     "quote the words, or state implied_by", "method 7.2", &check_without_words},
    {"implied-by-inadmissible", IssueSeverity::warning, "a reason for having no words that is none",
     "Issuers of a joint text imply who asserts it, and nothing else. A passive without agent implies that no actor "
     "is stated, and then none may be. 'Context' implies no degree and no quantity but a bare plural; for other parts "
     "it is left to a person to judge.",
     "take the reason or the code back", "method 7.2", &check_implied_by},
    {"issuer-differs", IssueSeverity::warning, "the issuers do not bear out who asserts it",
     "A joint statement asserts what it does not attribute, in the name of its issuers. A finding said to be the "
     "mission's, or an institution's, by that reason must be asserted in a document that speaks for it. Citizen "
     "observers speak in a statement of their own as 'mission'; 'citizen_observers' are those of whom others tell. "
     "Where words such as 'the observers' may mean either, an institution must be named or be the only issuer.",
     "correct asserted_by, or the document's issuers", "method 7.2 (4)", &check_issuers},
    {"part-missing", IssueSeverity::warning, "an anchor for a part that the finding does not state",
     "Words carry a part, an anchor says so, and the finding is silent on it: the part was dropped from the record.",
     "state the part in the finding, or remove the anchor", "method 7.2", &check_part_missing},
    {"part-unanchored", IssueSeverity::warning, "a worded part that no anchor covers",
     "The finding quotes words for a part, and no text that asserts it has an anchor there: the part was added to the "
     "record, or its anchor forgotten.",
     "anchor the words, or take the part out of the finding", "method 7.2", &check_part_unanchored},
};

}  // namespace

std::span<const RuleRow> rules_of_parts() {
    return kRules;
}

}  // namespace openeom::check
