#include "standards.hpp"

#include "label.hpp"
#include "openeom/io/open.hpp"

namespace openeom::report {

namespace {

std::string instrument_of(const Context& context, const Standard& standard) {
    if (standard.instrument.empty()) return standard.title;
    const auto* instrument = find_here_or_in_catalogue<Standard>(context.dossier, standard.instrument);
    return instrument ? instrument->title : standard.title;
}

YesNo applied(const Context& context, const Standard& standard) {
    if (context.country.empty() || context.election_day.empty()) return YesNo::not_stated;
    switch (applies(context.dossier, standard, context.country, context.election_day)) {
        case Applies::yes: return YesNo::yes;
        case Applies::no: return YesNo::no;
        case Applies::unknown: return YesNo::not_stated;
    }
    return YesNo::not_stated;
}

}  // namespace

StandardView standard_view(const Context& context, std::string_view id, NamedBy named_by) {
    StandardView view;
    view.id = id;
    view.instrument = id;
    view.country = context.country;
    view.on = context.election_day;
    view.named_by = named_by;
    const Standard* standard = find_here_or_in_catalogue<Standard>(context.dossier, id);
    if (!standard) return view;
    view.instrument = instrument_of(context, *standard);
    view.paragraph = standard->paragraph;
    view.summary = standard->summary;
    view.bindingness = bindingness(context.dossier, *standard);
    view.applied = applied(context, *standard);
    return view;
}

bool natural_less(std::string_view left, std::string_view right) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    const auto digits = [&](std::string_view text) {
        std::size_t n = 0;
        while (n < text.size() && is_digit(text[n])) ++n;
        return text.substr(0, n);
    };
    while (!left.empty() && !right.empty()) {
        if (is_digit(left[0]) && is_digit(right[0])) {
            const std::string_view a = digits(left), b = digits(right);
            if (a.size() != b.size()) return a.size() < b.size();
            if (a != b) return a < b;
            left.remove_prefix(a.size());
            right.remove_prefix(b.size());
            continue;
        }
        if (left[0] != right[0]) return left[0] < right[0];
        left.remove_prefix(1);
        right.remove_prefix(1);
    }
    return left.size() < right.size();
}

std::string provision_words(const Context& context, const Provision& provision) {
    const std::string article = provision.article.empty() ? std::string() : context.words.fill("place.article", provision.article);
    std::string made = joined({label(context, provision.instrument), article});
    if (!provision.summary.empty()) made += ": " + provision.summary;
    return made;
}

}  // namespace openeom::report
