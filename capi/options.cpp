#include "options.hpp"

#include <algorithm>
#include <limits>

#include "openeom/base/describe_tables.hpp"

OPENEOM_TABLE(openeom::capi::OpenOptions)
OPENEOM_TABLE(openeom::capi::CheckOptions)
OPENEOM_TABLE(openeom::capi::RenderOptions)
OPENEOM_TABLE(openeom::capi::TableOptions)
OPENEOM_TABLE(openeom::capi::TableCsvOptions)

namespace openeom::capi {
namespace {

template <class Options>
Options read(std::string_view json) {
    if (json.empty()) return {};
    return io::from_json(reflect::table<Options>(), json).template as<Options>();
}

template <class Number>
void limit(Number& into, const std::optional<std::int64_t>& given, const char* what) {
    if (!given) return;
    if (*given < 0) throw Error(ErrorCode::argument, std::string("limits.") + what + " is negative");
    into = static_cast<Number>(std::min<std::uint64_t>(static_cast<std::uint64_t>(*given), std::numeric_limits<Number>::max()));
}

}  // namespace

io::ReadOptions read_options(std::string_view json) {
    const LimitOptions given = read<OpenOptions>(json).limits;
    io::ReadOptions options;
    limit(options.limits.bytes, given.bytes, "bytes");
    limit(options.limits.depth, given.depth, "depth");
    limit(options.limits.records, given.records, "records");
    limit(options.limits.milliseconds, given.milliseconds, "milliseconds");
    return options;
}

check::Options check_options(std::string_view json) {
    CheckOptions given = read<CheckOptions>(json);
    check::Options options;
    for (check::TextAtHand& text : given.texts) options.texts[text.document.text()] = std::move(text.text);
    options.as_of = std::move(given.as_of);
    return options;
}

RenderOptions render_options(std::string_view json) { return read<RenderOptions>(json); }

io::TableOptions table_options(std::string_view json) {
    TableOptions given = read<TableOptions>(json);
    const TextForm form = given.text == TableText::plain ? TextForm::plain : TextForm::dictionary;
    return {std::move(given.columns), std::move(given.filter.text), form};
}

io::CsvOptions csv_options(std::string_view json) {
    const TableCsvOptions given = read<TableCsvOptions>(json);
    const bool verbatim = given.formulas == TableFormulas::verbatim;
    io::CsvOptions options{.formulas = verbatim ? io::CsvFormulas::verbatim : io::CsvFormulas::escaped,
                           .audience = report::code_of(given.audience)};
    if (given.rows.value_or(0) < 0) throw Error(ErrorCode::argument, "rows is " + std::to_string(*given.rows));
    options.rows = given.rows.value_or(options.rows);
    return options;
}

}  // namespace openeom::capi
