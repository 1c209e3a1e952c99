#include "library.hpp"

#include <fmt/format.h>

#include "json.hpp"
#include "progress.hpp"

namespace command {

namespace {

constexpr std::size_t kMostDiagnostics = 100;

Exit exit_for(eom_status status, Doing doing) {
    switch (status) {
        case EOM_E_CANCELLED: return Exit::interrupted;
        case EOM_E_CONFLICT: return Exit::data_has_errors;
        case EOM_E_MEMORY:
        case EOM_E_OVERFLOW:
        case EOM_E_INTERNAL: return Exit::other;
        default: break;
    }
    switch (doing) {
        case Doing::opening: return Exit::unreadable;
        case Doing::asking: return Exit::wrong_usage;
        case Doing::writing: return Exit::other;
    }
    return Exit::other;
}

std::string place_of(const json::Value& at) {
    const std::string& source = at["source"].text();
    if (at["line"].integer() == 0) return source.empty() ? "" : source + ": ";
    return fmt::format("{}:{}:{}: ", source, at["line"].integer(), at["column"].integer());
}

/// As compilers say it: "mission.json:214:17: error: candidacy[12].position: expected a whole number, found "3rd"".
std::string diagnostic_line(const json::Value& diagnostic) {
    std::string line = fmt::format("{}{}: ", place_of(diagnostic), diagnostic["severity"].text());
    std::string what = diagnostic["record"].text();
    const std::string& member = diagnostic["member"].text();
    if (!what.empty() && !member.empty()) what += '.';
    what += member;
    if (!what.empty()) line += what + ": ";
    line += diagnostic["message"].text();
    if (!diagnostic["remedy"].text().empty()) line += fmt::format(" ({})", diagnostic["remedy"].text());
    return line + '\n';
}

std::string diagnostic_lines(const std::vector<json::Value>& diagnostics) {
    std::string lines;
    for (std::size_t i = 0; i < diagnostics.size() && i < kMostDiagnostics; ++i)
        lines += diagnostic_line(diagnostics[i]);
    if (diagnostics.size() > kMostDiagnostics)
        lines += fmt::format("and {} more: 'openeom check' shows them all\n", diagnostics.size() - kMostDiagnostics);
    return lines;
}

[[noreturn]] void fail(eom_status status, const Handle<eom_error>& error, Doing doing) {
    const Exit exit = exit_for(status, doing);
    const json::Value detail = json::Value::read(eom_error_detail(error.get()));
    if (!detail["diagnostics"].elements().empty())
        throw Failure(exit, "", "", diagnostic_lines(detail["diagnostics"].elements()));
    if (detail["line"].integer() != 0)
        throw Failure(exit, "", detail["hint"].text(),
                      fmt::format("{}error: {}\n", place_of(detail), eom_error_message(error.get())));
    throw Failure(exit, eom_error_message(error.get()), detail["hint"].text());
}

/// Calls `function(inputs..., output, error)`; a Failure where it fails.
template <class Out, class Call>
Out* called(Doing doing, Call call) {
    Out* out = nullptr;
    eom_error* error = nullptr;
    const eom_status status = call(&out, &error);
    const Handle<eom_error> owned(error);
    if (status != EOM_OK) fail(status, owned, doing);
    return out;
}

template <class Call>
std::string bytes_of(Call call) {
    eom_buf buffer{};
    eom_error* error = nullptr;
    const eom_status status = call(&buffer, &error);
    const Handle<eom_error> owned(error);
    if (status != EOM_OK) fail(status, owned, Doing::asking);
    std::string bytes(buffer.data, buffer.length);
    eom_buf_free(&buffer);
    return bytes;
}

/// The same for work that may take long: `function(inputs..., progress, user, output, error)`.
template <class Out, class Call>
Out* called_watching(Doing doing, const char* what, Call call) {
    Progress progress(what);
    return called<Out>(doing, [&](Out** out, eom_error** error) { return call(&Progress::report, &progress, out, error); });
}

template <class Call>
std::string bytes_watching(const char* what, Call call) {
    Progress progress(what);
    return bytes_of([&](eom_buf* bytes, eom_error** error) { return call(&Progress::report, &progress, bytes, error); });
}

}  // namespace

std::string Result::json() const {
    return bytes_watching("result", [&](eom_progress progress, void* user, eom_buf* json, eom_error** error) {
        return eom_result_json(handle_.get(), progress, user, json, error);
    });
}

std::string Result::render(const Look& look) const {
    if (look.format == "json") return json();
    json::Object options;
    if (look.format == "text") options.add("width", std::to_string(look.width));
    if (look.colour) options.add_text("colour", "yes");
    if (!look.table.empty()) options.add_text("table", look.table);
    if (!look.audience.empty()) options.add_text("audience", look.audience);
    const std::string given = options.text();
    return bytes_watching("result", [&](eom_progress progress, void* user, eom_buf* rendered, eom_error** error) {
        return eom_result_render(handle_.get(), look.format.data(), look.format.size(), given.data(), given.size(),
                                 progress, user, rendered, error);
    });
}

Result Dossier::analyze(std::string_view analysis, const std::string& options) const {
    const auto analyse = [&](eom_progress progress, void* user, eom_result** result, eom_error** error) {
        return eom_analyze(handle_.get(), analysis.data(), analysis.size(), options.data(), options.size(), progress, user,
                           result, error);
    };
    return Result(called_watching<eom_result>(Doing::asking, std::string(analysis).c_str(), analyse));
}

Result Dossier::document(std::string_view id, const std::string& options) const {
    const auto render = [&](eom_progress progress, void* user, eom_result** result, eom_error** error) {
        return eom_document(handle_.get(), id.data(), id.size(), options.data(), options.size(), progress, user, result,
                            error);
    };
    return Result(called_watching<eom_result>(Doing::asking, "document", render));
}

Result Dossier::suggestions(std::string_view document) const {
    const auto compose = [&](eom_progress progress, void* user, eom_result** result, eom_error** error) {
        return eom_suggestions(handle_.get(), document.data(), document.size(), progress, user, result, error);
    };
    return Result(called_watching<eom_result>(Doing::asking, "suggestions", compose));
}

std::string Dossier::json() const {
    return bytes_watching("dossier", [&](eom_progress progress, void* user, eom_buf* json, eom_error** error) {
        return eom_dossier_json(handle_.get(), progress, user, json, error);
    });
}

std::string Table::csv(const std::string& audience) const {
    json::Object options;
    if (!audience.empty()) options.add_text("audience", audience);
    const std::string given = options.text();
    return bytes_of([&](eom_buf* csv, eom_error** error) {
        return eom_table_csv(handle_.get(), given.data(), given.size(), nullptr, nullptr, csv, error);
    });
}

Table Dossier::table(std::string_view type, const std::string& options) const {
    return Table(called<eom_table>(Doing::asking, [&](eom_table** table, eom_error** error) {
        return eom_dossier_table(handle_.get(), type.data(), type.size(), options.data(), options.size(), nullptr,
                                 nullptr, table, error);
    }));
}

std::vector<std::string> Dossier::records(std::string_view type, const std::string& filter) const {
    const Handle<eom_cursor> cursor(called<eom_cursor>(Doing::asking, [&](eom_cursor** opened, eom_error** error) {
        return eom_cursor_open(handle_.get(), type.data(), type.size(), filter.data(), filter.size(), opened, error);
    }));
    std::vector<std::string> found;
    while (eom_cursor_next(cursor.get(), nullptr) == EOM_ROW)
        found.push_back(bytes_of(
            [&](eom_buf* json, eom_error** error) { return eom_cursor_json(cursor.get(), -1, json, error); }));
    return found;
}

Result Dossier::diff(const Dossier& other) const {
    const auto compare = [&](eom_progress progress, void* user, eom_result** result, eom_error** error) {
        return eom_dossier_diff(handle_.get(), other.handle_.get(), progress, user, result, error);
    };
    return Result(called_watching<eom_result>(Doing::asking, "diff", compare));
}

Merged Dossier::merge(const std::vector<std::string>& changes) const {
    std::vector<eom_str> texts;
    for (const std::string& each : changes) texts.push_back({each.data(), each.size()});
    eom_dossier* merged = nullptr;
    const auto merge = [&](eom_progress progress, void* user, eom_result** result, eom_error** error) {
        return eom_dossier_merge(handle_.get(), texts.data(), texts.size(), progress, user, &merged, result, error);
    };
    Result summary(called_watching<eom_result>(Doing::opening, "merge", merge));
    return {merged ? std::optional<Dossier>(merged) : std::nullopt, std::move(summary)};
}

Edit Edit::open(const std::string& name) {
    Progress progress(name == "-" ? "standard input" : name);
    return Edit(called<eom_edit>(Doing::opening, [&](eom_edit** edit, eom_error** error) {
        return eom_edit_open(name.data(), name.size(), nullptr, 0, &Progress::report, &progress, edit, error);
    }));
}

Result Edit::check(const std::string& options) const {
    const auto check = [&](eom_progress progress, void* user, eom_result** result, eom_error** error) {
        return eom_edit_check(handle_.get(), options.data(), options.size(), progress, user, result, error);
    };
    return Result(called_watching<eom_result>(Doing::asking, "check", check));
}

Dossier Edit::commit() const {
    const auto commit = [&](eom_progress progress, void* user, eom_dossier** dossier, eom_error** error) {
        return eom_edit_commit(handle_.get(), progress, user, dossier, error);
    };
    return Dossier(called_watching<eom_dossier>(Doing::opening, "dossier", commit));
}

Result Edit::erase(std::string_view type, std::string_view id, const std::string& options) {
    return Result(called<eom_result>(Doing::asking, [&](eom_result** result, eom_error** error) {
        return eom_edit_erase(handle_.get(), type.data(), type.size(), id.data(), id.size(), options.data(),
                              options.size(), result, error);
    }));
}

Result list_examples() {
    return Result(called<eom_result>(Doing::asking, &eom_examples));
}
Result list_analyses() {
    return Result(called<eom_result>(Doing::asking, &eom_analyses));
}
Result list_rules() {
    return Result(called<eom_result>(Doing::asking, &eom_check_rules));
}

Result schema(std::string_view type) {
    return Result(called<eom_result>(Doing::asking, [&](eom_result** result, eom_error** error) {
        return eom_schema(type.empty() ? nullptr : type.data(), type.size(), result, error);
    }));
}

std::string json_schema(std::string_view type) {
    return bytes_of([&](eom_buf* json, eom_error** error) {
        return eom_json_schema(type.empty() ? nullptr : type.data(), type.size(), json, error);
    });
}

void write_file(const std::string& path, std::string_view bytes) {
    const WritingToDisk uninterrupted;
    eom_error* error = nullptr;
    const eom_status status = eom_file_write(path.data(), path.size(), bytes.data(), bytes.size(), &error);
    const Handle<eom_error> owned(error);
    if (status != EOM_OK) fail(status, owned, Doing::writing);
}

}  // namespace command
