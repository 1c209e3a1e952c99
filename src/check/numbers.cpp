#include "check/numbers.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "check/phrases.hpp"
#include "openeom/base/error.hpp"

namespace openeom::check {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool all_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

struct NumberWord {
    std::string_view word;
    int value;
    bool ordinal;
};

constexpr NumberWord kNumberWords[] = {
    {"one", 1, false},       {"two", 2, false},         {"three", 3, false},
    {"four", 4, false},      {"five", 5, false},        {"six", 6, false},
    {"seven", 7, false},     {"eight", 8, false},       {"nine", 9, false},
    {"ten", 10, false},      {"eleven", 11, false},     {"twelve", 12, false},
    {"thirteen", 13, false}, {"fourteen", 14, false},   {"fifteen", 15, false},
    {"sixteen", 16, false},  {"seventeen", 17, false},  {"eighteen", 18, false},
    {"nineteen", 19, false}, {"twenty", 20, false},     {"thirty", 30, false},
    {"forty", 40, false},    {"fifty", 50, false},      {"sixty", 60, false},
    {"seventy", 70, false},  {"eighty", 80, false},     {"ninety", 90, false},
    {"hundred", 100, false}, {"thousand", 1000, false}, {"million", 1'000'000, false},
    {"first", 1, true},      {"second", 2, true},       {"third", 3, true},
    {"fourth", 4, true},     {"fifth", 5, true},        {"sixth", 6, true},
    {"seventh", 7, true},    {"eighth", 8, true},       {"ninth", 9, true},
    {"tenth", 10, true},     {"eleventh", 11, true},    {"twelfth", 12, true},
};

const NumberWord* number_word(std::string_view word) {
    const auto found = std::find_if(std::begin(kNumberWords), std::end(kNumberWords),
                                    [&](const NumberWord& each) { return each.word == word; });
    return found == std::end(kNumberWords) ? nullptr : &*found;
}

constexpr std::string_view kMonths[] = {
    "january",  "february", "march",    "april",   "may",      "june",    "july",   "august",  "september", "october",
    "november", "december", "jan",      "feb",     "mar",      "apr",     "jun",    "jul",     "aug",       "sep",
    "sept",     "oct",      "nov",      "dec",     "января",   "февраля", "марта",  "апреля",  "мая",       "июня",
    "июля",     "августа",  "сентября", "октября", "ноября",   "декабря", "январь", "февраль", "март",      "апрель",
    "май",      "июнь",     "июль",     "август",  "сентябрь", "октябрь", "ноябрь", "декабрь"};

constexpr std::string_view kReferenceWords[] = {
    "article",  "articles", "art",        "arts",     "paragraph", "paragraphs", "para",   "paras",  "section",
    "sections", "chapter",  "chapters",   "annex",    "annexes",   "page",       "pages",  "p",      "pp",
    "no",       "nos",      "resolution", "decision", "point",     "points",     "rule",   "rules",  "protocol",
    "footnote", "note",     "comment",    "doc",      "статья",    "статьи",     "статье", "статей", "пункт",
    "пункта",   "пункте",   "параграф",   "глава",    "с",         "ст",         "п"};

constexpr std::string_view kConnectors[] = {"and", "to", "or", "until", "и", "до", "или"};

template <std::size_t N>
bool one_of(std::string_view word, const std::string_view (&words)[N]) {
    return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\n' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\n' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

/// Reads the numbers of one text.
class Reader {
public:
    Reader(std::string_view text, std::string_view language)
        : text_(text), english_(primary_language(language) == "en"), words_(words_of(text)) {}

    std::vector<TextNumber> read() {
        for (std::size_t at = 0; at < words_.size();) at = read_at(at);
        mark_times();
        mark_dates();
        mark_references();
        return std::move(numbers_);
    }

private:
    /// The bytes between two words.
    std::string_view between(std::size_t left, std::size_t right) const {
        return text_.substr(words_[left].end, words_[right].begin - words_[left].end);
    }

    std::size_t read_at(std::size_t at) {
        const std::string& word = words_[at].folded;
        if (all_digits(word)) return read_digits(at);
        if (is_digit(word.front())) return read_digit_ordinal(at);
        return english_ ? read_words(at) : at + 1;
    }

    void add(std::size_t first, std::size_t last, std::string_view value, bool in_words, bool ordinal) {
        const std::size_t zeros = std::min(value.find_first_not_of('0'), value.size() - 1);
        const bool fraction = value.substr(zeros).starts_with('.');
        const auto parsed = Decimal::parse(value.substr(fraction && zeros > 0 ? zeros - 1 : zeros));
        TextNumber number;
        number.range = {static_cast<std::int64_t>(words_[first].begin), static_cast<std::int64_t>(words_[last].end)};
        if (parsed) number.value = *parsed;
        number.in_words = in_words;
        number.ordinal = ordinal;
        numbers_.push_back(std::move(number));
        first_word_.push_back(first);
        last_word_.push_back(last);
        plain_year_.push_back(!in_words && !ordinal && first == last && words_[first].folded.size() == 4 &&
                              (value.starts_with("19") || value.starts_with("20")));
    }

    enum class Separator { none, thousands, decimal };

    Separator separator(std::size_t at, std::size_t group, bool grouped) const {
        if (at + 1 >= words_.size() || !all_digits(words_[at + 1].folded)) return Separator::none;
        const std::string_view bytes = between(at, at + 1);
        const bool three = words_[at + 1].folded.size() == 3;
        const bool fits = three && (grouped || group <= 3);
        if (bytes == "\u00A0" || bytes == "\u202F" || bytes == " " || bytes == "'" || bytes == "\u2019")
            return fits ? Separator::thousands : Separator::none;
        if (bytes == ",") {
            if (english_) return fits ? Separator::thousands : Separator::none;
            return Separator::decimal;
        }
        if (bytes == ".") return !english_ && fits ? Separator::thousands : Separator::decimal;
        return Separator::none;
    }

    std::size_t read_digits(std::size_t first) {
        std::string value = words_[first].folded;
        std::size_t last = first;
        bool grouped = false;
        std::size_t decimals = 0;
        while (true) {
            const Separator next = separator(last, words_[last].folded.size(), grouped);
            if (next == Separator::none || (decimals > 0 && next == Separator::thousands)) break;
            ++last;
            if (next == Separator::decimal) {
                ++decimals;
                value += '.';
            }
            grouped = next == Separator::thousands;
            value += words_[last].folded;
        }
        add(first, last, value, false, false);
        if (decimals > 1) mark_points(numbers_.back(), value);
        return last + 1;
    }

    /// 15.01.2012 is a date; 7.1.2 the number of a paragraph.
    static void mark_points(TextNumber& number, std::string_view value) {
        const std::size_t last = value.rfind('.');
        const bool year = value.size() - last - 1 == 4;
        (year ? number.dated : number.referenced) = true;
    }

    std::size_t read_digit_ordinal(std::size_t at) {
        const std::string& word = words_[at].folded;
        const std::size_t digits = word.find_first_not_of("0123456789");
        const std::string_view suffix = std::string_view(word).substr(digits);
        if (suffix == "st" || suffix == "nd" || suffix == "rd" || suffix == "th")
            add(at, at, std::string_view(word).substr(0, digits), false, true);
        return at + 1;
    }

    /// Number words of one word: "twenty-one" has two; empty where a part is none.
    static std::vector<const NumberWord*> parts(std::string_view word) {
        std::vector<const NumberWord*> found;
        while (true) {
            const std::size_t end = std::min(word.find('-'), word.size());
            const NumberWord* part = number_word(word.substr(0, end));
            if (!part) return {};
            found.push_back(part);
            if (end == word.size()) return found;
            word.remove_prefix(end + 1);
        }
    }

    struct Composed {
        std::int64_t total = 0;
        std::int64_t current = 0;
        std::int64_t last = 0;  ///< value of the word before; 0 at the beginning
        bool ordinal = false;
    };

    /// Adds a number word; false where it begins another number ("five, six").
    static bool compose(Composed& number, const NumberWord& word) {
        if (number.ordinal) return false;
        if (word.value >= 1000) {
            if (number.last == 0 || number.last >= 1000) return false;
            number.total += number.current * word.value;
            number.current = 0;
        } else if (word.value == 100) {
            if (number.last == 0 || number.last >= 100) return false;
            number.current *= 100;
        } else {
            const bool after_tens = number.last >= 20 && number.last < 100 && word.value < 10;
            if (number.last != 0 && number.last < 100 && !after_tens) return false;
            number.current += word.value;
        }
        number.last = word.value;
        number.ordinal = word.ordinal;
        return true;
    }

    std::size_t read_words(std::size_t first) {
        Composed number;
        std::size_t last = first;
        for (std::size_t at = first; at < words_.size(); ++at) {
            if (at > first && trimmed(between(at - 1, at)) != "") break;
            if (at > first && words_[at].folded == "and" && number.last >= 100) continue;
            const auto found = parts(words_[at].folded);
            if (found.empty()) break;
            const Composed before = number;
            if (!std::all_of(found.begin(), found.end(),
                             [&](const NumberWord* part) { return compose(number, *part); })) {
                number = before;
                break;
            }
            last = at;
        }
        if (number.last == 0) return first + 1;
        add(first, last, std::to_string(number.total + number.current), true, number.ordinal);
        return last + 1;
    }

    bool is_month(std::size_t word) const {
        if (word >= words_.size() || !one_of(words_[word].folded, kMonths)) return false;
        const char first = text_[words_[word].begin];
        return !(first >= 'a' && first <= 'z');  // "may" is a verb
    }

    /// Whether only a list or range stands between a number and the next: "9 to 10", "4, 5 and 6".
    bool connected(std::size_t number) const {
        if (number + 1 >= numbers_.size()) return false;
        const std::size_t left = last_word_[number], right = first_word_[number + 1];
        if (right == left + 1) {
            const std::string_view bytes = trimmed(between(left, right));
            return bytes == "," || bytes == "-" || bytes == "–" || bytes == "/";
        }
        if (right != left + 2 || !one_of(words_[left + 1].folded, kConnectors)) return false;
        const std::string_view after = trimmed(between(left, left + 1));
        return (after.empty() || after == ",") && trimmed(between(left + 1, right)).empty();
    }

    void mark_times() {
        for (std::size_t i = 0; i + 1 < numbers_.size(); ++i) {
            if (first_word_[i + 1] != last_word_[i] + 1) continue;
            const std::string_view bytes = between(last_word_[i], first_word_[i + 1]);
            const bool iso = bytes == "-" && plain_year_[i];
            if (bytes != ":" && !iso) continue;
            numbers_[i].dated = numbers_[i + 1].dated = true;
            if (iso && i + 2 < numbers_.size() && first_word_[i + 2] == last_word_[i + 1] + 1 &&
                between(last_word_[i + 1], first_word_[i + 2]) == "-")
                numbers_[i + 2].dated = true;
        }
    }

    void mark_dates() {
        for (std::size_t i = numbers_.size(); i-- > 0;) {
            TextNumber& number = numbers_[i];
            if (plain_year_[i] || is_month(last_word_[i] + 1)) number.dated = true;
            if (first_word_[i] > 0 && is_month(first_word_[i] - 1)) number.dated = true;
            const bool day = number.value && number.value->places() == 0 && number.value->coefficient() <= 31;
            if (day && connected(i) && numbers_[i + 1].dated && !plain_year_[i + 1]) number.dated = true;
        }
    }

    bool follows_reference_word(std::size_t number) const {
        const std::size_t word = first_word_[number];
        const std::size_t begin = word == 0 ? 0 : words_[word - 1].end;
        const std::string_view bytes = trimmed(text_.substr(begin, words_[word].begin - begin));
        if (bytes.ends_with("§") || bytes.ends_with("№")) return true;
        if (word == 0 || !(bytes.empty() || bytes == ".")) return false;
        const std::string& before = words_[word - 1].folded;
        const char first = text_[words_[word - 1].begin];
        const bool letter = before.size() == 1 && first >= 'A' && first <= 'Z';  // "C 5.10"
        return letter || one_of(before, kReferenceWords);
    }

    void mark_references() {
        for (std::size_t i = 0; i < numbers_.size(); ++i) {
            if (follows_reference_word(i)) numbers_[i].referenced = true;
            if (i == 0 || !numbers_[i - 1].referenced) continue;
            const bool adjacent = first_word_[i] == last_word_[i - 1] + 1;
            const std::string_view bytes =
                adjacent ? between(last_word_[i - 1], first_word_[i]) : std::string_view("?");
            const bool in_brackets = bytes == "(" || bytes == ")(";
            if (in_brackets || connected(i - 1)) numbers_[i].referenced = true;
        }
    }

    std::string_view text_;
    bool english_;
    std::vector<text::Word> words_;
    std::vector<TextNumber> numbers_;
    std::vector<std::size_t> first_word_, last_word_;
    std::vector<bool> plain_year_;
};

}  // namespace

std::vector<TextNumber> numbers_in(std::string_view text, std::string_view language) {
    return Reader(text, language).read();
}

bool rounds_to(const Rational& value, const Decimal& shown) {
    try {
        return shown.lower() <= value && value <= shown.upper();
    } catch (const Error& error) {
        if (error.code() != ErrorCode::overflow) throw;
        return true;
    }
}

std::vector<std::string> digit_groups(std::string_view text, std::string_view language) {
    std::vector<std::string> groups;
    for (const TextNumber& number : numbers_in(text, language)) {
        if (number.in_words) continue;
        std::string digits(bytes_at(text, number.range).value_or(std::string_view()));
        std::erase_if(digits, [](char c) { return !is_digit(c); });
        groups.push_back(std::move(digits));
    }
    return groups;
}

}  // namespace openeom::check
