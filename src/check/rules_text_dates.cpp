// Days that a sentence names, against the dates of the records that it rests on (method 7.1; truth rule 9).
#include <algorithm>
#include <array>
#include <charconv>
#include <set>

#include <fmt/format.h>

#include "check/phrases.hpp"
#include "check/registry.hpp"
#include "check/walk.hpp"

namespace openeom::check {

namespace {

constexpr std::size_t kMonths = 12;
constexpr std::array<std::array<std::string_view, kMonths>, 2> kMonthNames{{
    {"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"},
    {"января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"},
}};

/// A day named in a text; the year may stand in another sentence.
struct NamedDay {
    Span range;
    int day = 0;
    int month = 0;
    std::optional<int> year;
};

std::optional<int> month_of(std::string_view word) {
    for (const auto& names : kMonthNames)
        for (std::size_t i = 0; i < kMonths; ++i)
            if (names[i] == word) return static_cast<int>(i + 1);
    return std::nullopt;
}

std::optional<int> number_of(std::string_view word, int least, int most) {
    int number = 0;
    const auto [end, failure] = std::from_chars(word.data(), word.data() + word.size(), number);
    if (failure != std::errc() || end != word.data() + word.size() || number < least || number > most) return std::nullopt;
    return number;
}

/// "28 December 2011", "28 December", "December 28, 2011", "28 декабря 2011".
std::vector<NamedDay> days_in(std::string_view text) {
    std::vector<NamedDay> found;
    const std::vector<text::Word> words = words_of(text);
    const auto number_at = [&](std::size_t at, int least, int most) {
        return at < words.size() ? number_of(words[at].folded, least, most) : std::nullopt;
    };
    for (std::size_t at = 0; at < words.size(); ++at) {
        const auto month = month_of(words[at].folded);
        if (!month) continue;
        const auto before = at > 0 ? number_at(at - 1, 1, 31) : std::nullopt;
        const auto after = before ? std::nullopt : number_at(at + 1, 1, 31);
        if (!before && !after) continue;
        const std::size_t year_at = before ? at + 1 : at + 2;
        NamedDay day;
        day.day = before ? *before : *after;
        day.month = *month;
        day.year = number_at(year_at, 1000, 9999);
        const std::size_t last = day.year ? year_at : before ? at : at + 1;
        day.range = {static_cast<std::int64_t>(words[before ? at - 1 : at].begin), static_cast<std::int64_t>(words[last].end)};
        found.push_back(day);
    }
    return found;
}

constexpr Day kLongPeriod = 45;

/// Whether the date may be the day that a text names: of a long or open period only its first and last day, which are what
/// texts name of it.
bool may_be(const Date& date, const NamedDay& named) {
    const auto on = [&](int year) {
        const Parsed<Date> parsed = Date::parse(fmt::format("{:04}-{:02}-{:02}", year, named.month, named.day));
        if (!parsed) return false;
        const Day day = *parsed->first();
        if (day == date.first() || day == date.last()) return true;
        const bool is_short = date.first() && date.last() && *date.last() - *date.first() <= kLongPeriod;
        return is_short && !date.is_range() && *date.first() <= day && day <= *date.last();
    };
    if (named.year) return on(*named.year);
    std::set<int> years;
    for (const std::optional<Day>& end : {date.first(), date.last()})
        if (end) for (const int around : {-1, 0, 1}) years.insert(1970 + static_cast<int>(*end / 365.25) + around);
    return std::any_of(years.begin(), years.end(), on);
}

bool same_day(const NamedDay& left, const NamedDay& right) {
    return left.day == right.day && left.month == right.month && (!left.year || !right.year || left.year == right.year);
}

/// The dates of records: as dates, and as days that their texts name.
class KnownDates {
public:
    explicit KnownDates(const Dossier& dossier) : dossier_(dossier) {}

    /// A record and what it refers to, `depth` references away.
    void add(const AnyRef& reference, int depth) {
        if (reference.empty() || !seen_.insert(reference.text()).second) return;
        const reflect::Struct* type = find_entity(reference.type());
        const void* record = type ? dossier_.find(reference) : nullptr;
        if (!record) return;
        // What findings and sentences say is the sentence again; what stands deep in a record is said in passing.
        const bool is_text_again = reference.type() == "finding" || reference.type() == "sentence";
        Walker walker([&](const Visited& value) {
            if (value.type.kind != reflect::Kind::text || (!is_text_again && value.steps.size() == 1)) add(value);
        });
        walker.members(member_tree(*type, &may_hold_a_date), record);
        if (depth == 0) return;
        for_each_reference(*type, record, [&](const std::string&, std::string_view to_type, std::string_view to_id) {
            if (to_type != "evidence") add(AnyRef(to_type, to_id), depth - 1);
        });
    }

    [[nodiscard]] bool any() const { return !dates_.empty() || !named_.empty(); }

    [[nodiscard]] bool has(const NamedDay& day) const {
        return std::any_of(dates_.begin(), dates_.end(), [&](const Date& date) { return may_be(date, day); }) ||
               std::any_of(named_.begin(), named_.end(), [&](const NamedDay& named) { return same_day(named, day); });
    }

private:
    static bool may_hold_a_date(const reflect::Member& member) {
        using enum reflect::Kind;
        const reflect::Kind kind = reflect::innermost(*member.type).kind;
        return kind == date || kind == instant || kind == json || kind == text;
    }

    void add(const Visited& value) {
        using enum reflect::Kind;
        if (value.type.kind == date) dates_.push_back(value.as<Date>());
        if (value.type.kind == instant) add_date(value.as<Instant>().text().substr(0, 10));
        if (value.type.kind == text) add_named(value.as<std::string>());
        if (value.type.kind == json) {
            const std::string& json = value.as<RawJson>().text;
            if (json.size() > 2 && json.front() == '"') add_date(std::string_view(json).substr(1, json.size() - 2));
        }
    }
    void add_date(std::string_view text) {
        if (const Parsed<Date> date = Date::parse(text)) dates_.push_back(*date);
    }
    void add_named(std::string_view text) {
        const std::vector<NamedDay> found = days_in(text);
        named_.insert(named_.end(), found.begin(), found.end());
    }

    const Dossier& dossier_;
    std::set<std::string> seen_;
    std::vector<Date> dates_;
    std::vector<NamedDay> named_;
};

void check_date_differs(Context& context) {
    for (const DocumentText& document : context.documents())
        for (const SentenceText& sentence : document.sentences) {
            if (!sentence.text || is_external(*sentence.sentence)) continue;
            const std::vector<NamedDay> named = days_in(*sentence.text);
            const auto anchors = context.index().anchors_of(sentence.sentence->id.text());
            if (named.empty() || anchors.empty()) continue;
            KnownDates known(context.dossier());
            for (const Anchor* anchor : anchors) known.add(anchor->target, 1);
            if (document.document->election) known.add(AnyRef("election", document.document->election->text()), 0);
            for (const NamedDay& day : named)
                if (known.any() && !known.has(day) && !sentence.is_quoted(day.range))
                    context.report({.record = reference(*sentence.sentence),
                                    .member = "text",
                                    .range = day.range,
                                    .message = fmt::format("no record that the sentence rests on has the day '{}'",
                                                           *bytes_at(*sentence.text, day.range))});
        }
}

constexpr RuleRow kRules[] = {
    {"date-differs", IssueSeverity::warning, "a day in a sentence is on no record that it rests on",
     "A day that a sentence names is a date of a record that it is anchored in, of what such a record refers to, or of the "
     "election; evidence apart, for then a corrected date would go unseen. Which of them is meant is not seen; of long "
     "periods the first and the last day count; month names are read in English and Russian.",
     "correct the sentence, or anchor it in the record that has the day", "method 7.1", &check_date_differs},
};

}  // namespace

std::span<const RuleRow> rules_of_text_dates() {
    return kRules;
}

}  // namespace openeom::check
