#include "openeom/report/document.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "anchors.hpp"
#include "context.hpp"
#include "document_html.hpp"
#include "document_markdown.hpp"
#include "document_text.hpp"
#include "label.hpp"
#include "openeom/base/digest.hpp"
#include "openeom/base/error.hpp"
#include "openeom/io/json.hpp"
#include "openeom/report/suggestions.hpp"
#include "sentences.hpp"
#include "sources.hpp"
#include "standards.hpp"
#include "told.hpp"

namespace openeom::report {

namespace {

// --- Embargo ---

constexpr std::int64_t kMicrosecondsADay = 86'400'000'000;
constexpr std::int64_t kMicrosecondsAMinute = 60'000'000;

/// First moment of `as_of`, a day being taken in the embargo's own offset.
std::int64_t moment(const std::string& as_of, const Instant& embargo) {
    if (const Parsed<Instant> instant = Instant::parse(as_of)) return instant->utc_microseconds();
    const Parsed<Date> date = Date::parse(as_of);
    if (!date || !date->first())
        throw Error(ErrorCode::argument, fmt::format("as_of is neither a day nor an instant: \"{}\"", as_of), {},
                    "write 2012-01-16 or 2012-01-16T12:00:00+06:00");
    return *date->first() * kMicrosecondsADay - embargo.offset_minutes() * kMicrosecondsAMinute;
}

void refuse_under_embargo(const Document& document, const DocumentOptions& options) {
    if (options.audience != Audience::public_ || document.embargo_until.empty()) return;
    const std::string until = document.embargo_until.text();
    if (options.as_of.empty())
        throw Error(ErrorCode::conflict, fmt::format("document '{}' is under embargo until {}", document.id.text(), until), {},
                    "say as of when it is rendered, or for whom else");
    if (moment(options.as_of, document.embargo_until) >= document.embargo_until.utc_microseconds()) return;
    throw Error(ErrorCode::conflict,
                fmt::format("document '{}' is under embargo until {}, and {} is earlier", document.id.text(), until, options.as_of), {},
                "partners and the mission itself may see it");
}

// --- Head of the document ---

bool differs_from_text_at_hand(const Context& context) {
    const std::string* text = context.text_of(context.document.id.text());
    return text && !context.document.sha256.empty() && sha256(*text) != context.document.sha256;
}

std::vector<std::string> disclaimers(const Context& context) {
    const Document& document = context.document;
    std::vector<std::string> made;
    const auto say = [&](std::string_view key) { made.emplace_back(context.words(key)); };
    if (document.state == State::draft) say("disclaimer.draft");
    if (document.state == State::withdrawn) say("disclaimer.withdrawn");
    if (!document.embargo_until.empty()) made.push_back(context.words.fill("disclaimer.embargo", document.embargo_until.text()));
    if (document.official == YesNo::no) say("disclaimer.unofficial");
    if (document.external == YesNo::yes) say(context.text_of(document.id.text()) ? "disclaimer.external_at_hand" : "disclaimer.external");
    if (differs_from_text_at_hand(context)) say("disclaimer.differs");
    if (context.audience == Audience::not_stated) say("disclaimer.screen");
    say("disclaimer.linkage");
    return made;
}

std::vector<std::string> related(const Context& context) {
    const Document& document = context.document;
    std::vector<std::string> made;
    if (document.supersedes) made.push_back(context.words.fill("related.supersedes", label(context, *document.supersedes)));
    for (const Document& other : context.dossier.all<Document>())
        if (other.supersedes && other.supersedes->id() == document.id)
            made.push_back(context.words.fill("related.superseded_by", label(context, Ref<Document>(other.id))));
    if (document.translation_of) made.push_back(context.words.fill("related.translation_of", label(context, *document.translation_of)));
    for (const Ref<Document>& other : document.attaches) made.push_back(context.words.fill("related.attaches", label(context, other)));
    return made;
}

// --- Clearances and suggestions ---

bool belongs_to(const Context& context, const AnyRef& target) {
    const std::string& id = context.document.id.text();
    if (target.type() == "document") return target.id() == id;
    if (target.type() == "section") {
        const Section* section = context.dossier.find<Section>(target.id());
        return section && section->document.text() == id;
    }
    const Sentence* sentence = target.type() == "sentence" ? context.dossier.find<Sentence>(target.id()) : nullptr;
    return sentence && sentence->document.text() == id;
}

YesNo lapsed(const Context& context, const Clearance& clearance) {
    if (!clearance.digest.empty())
        return io::content_digest(context.dossier, clearance.target) == clearance.digest ? YesNo::no : YesNo::yes;
    const bool of_document = clearance.target.type() == "document";
    if (!of_document || !clearance.revision || !context.document.revision) return YesNo::not_stated;
    return *clearance.revision == *context.document.revision ? YesNo::no : YesNo::yes;
}

std::vector<ClearanceView> clearances(const Context& context) {
    std::vector<ClearanceView> made;
    if (context.audience == Audience::public_) return made;
    for (const Clearance& clearance : context.dossier.all<Clearance>()) {
        if (!belongs_to(context, clearance.target)) continue;
        ClearanceView view;
        view.target = clearance.target;
        view.role = clearance.role;
        if (clearance.delegation) view.delegation = label(context, *clearance.delegation);
        if (shows_member(context.audience, "clearance", "pseudonym")) view.pseudonym = clearance.pseudonym;
        view.time = clearance.time;
        view.lapsed = lapsed(context, clearance);
        made.push_back(std::move(view));
    }
    return made;
}

std::vector<SuggestionView> suggestion_views(const Context& context) {
    std::vector<SuggestionView> made;
    if (!is_inside(context.audience) || context.document.external == YesNo::yes) return made;
    for (const Suggestion& suggestion : suggestions(context.dossier, context.document.id.text()).suggestions) {
        SuggestionView view;
        view.text = suggestion.text;
        view.pattern = suggestion.pattern;
        view.heading = outline_heading(context, suggestion.outline);
        view.rests_on = suggestion.rests_on;
        view.notes = suggestion.notes;
        made.push_back(std::move(view));
    }
    return made;
}

// --- The whole ---

/// The standards cited, each once, in order.
std::vector<StandardView> standards_of(const DocumentView& view) {
    std::vector<StandardView> found;
    for (const SectionView& section : view.sections)
        for (const SentenceView& sentence : section.sentences)
            for (const AnchorView& anchor : sentence.anchors)
                for (const StandardView& standard : anchor.standards)
                    if (std::ranges::find(found, standard.id, &StandardView::id) == found.end()) found.push_back(standard);
    std::ranges::stable_sort(found, [](const StandardView& left, const StandardView& right) { return natural_less(left.id, right.id); });
    return found;
}

void count_sentences(DocumentView& view) {
    for (const SectionView& section : view.sections)
        for (const SentenceView& sentence : section.sentences) {
            ++view.sentences;
            if (sentence.asserts != YesNo::yes) continue;
            ++view.asserting;
            if (!is_unanchored(sentence)) ++view.anchored;
        }
}

DocumentView head_view(const Context& context) {
    const Document& document = context.document;
    DocumentView view;
    view.document = Ref<Document>(document.id);
    view.title = document.title;
    view.kind = document.kind;
    view.language = document.language;
    view.words_language = context.words.language();
    view.audience = context.audience;
    view.state = document.state;
    view.revision = document.revision;
    view.issuers = labels(context, document.issuers);
    view.place = document.place;
    view.published = document.published;
    view.cutoff = document.cutoff;
    if (document.election) view.election = label(context, *document.election);
    if (!context.mission.empty()) view.mission = label(context, AnyRef("mission", context.mission));
    view.external = document.external;
    view.reconstruction = document.reconstruction;
    view.reconstruction_note = reconstruction_note(context.words, document, view.issuers);
    view.disclaimers = disclaimers(context);
    view.related = related(context);
    return view;
}

DocumentView document_view(const Context& context) {
    DocumentView view = head_view(context);
    Sources sources(context);
    Anchors anchors(context, sources);
    view.sections = section_views(context, anchors);
    sources.settle(view);
    view.standards = standards_of(view);
    view.clearances = clearances(context);
    view.suggestions = suggestion_views(context);
    count_sentences(view);
    leave_out_targets(context, view);
    if (!is_inside(context.audience))
        remove_contact_details(reflect::table<DocumentView>(), &view, context.words("withheld.contact"));
    view.dossier_sha256 = io::digest(context.dossier);
    return view;
}

}  // namespace

RenderedDocument document(const Dossier& dossier, std::string_view id, const DocumentOptions& options) {
    const Document& found = dossier.get<Document>(id);
    refuse_under_embargo(found, options);
    const Context context(dossier, found, options);
    return RenderedDocument(document_view(context));
}

std::string RenderedDocument::markdown() const { return document_markdown(view_); }
std::string RenderedDocument::html() const { return document_html(view_); }
std::string RenderedDocument::text(std::size_t width) const { return document_text(view_, width); }
std::string RenderedDocument::json() const { return io::to_json(reflect::table<DocumentView>(), &view_, true); }

}  // namespace openeom::report
