#include "guard.hpp"
#include "handles.hpp"
#include "listings.hpp"
#include "options.hpp"

#include "openeom/analysis/result.hpp"
#include "openeom/base/describe_tables.hpp"
#include "openeom/io/open.hpp"
#include "openeom/report/document.hpp"
#include "openeom/report/result.hpp"
#include "openeom/report/suggestions.hpp"

OPENEOM_TABLE(openeom::capi::ExampleList)
OPENEOM_TABLE(openeom::capi::AnalysisList)
OPENEOM_TABLE(openeom::capi::RuleList)

using namespace openeom;
using capi::guard;

namespace openeom::capi {

eom_result* result(const char* name, reflect::Object object) { return new eom_result{name, std::move(object)}; }

namespace {

eom_result* run(const Dossier& dossier, const analysis::Analysis& wanted, std::string_view options) {
    const reflect::Struct& type = wanted.options();
    const reflect::Object given = options.empty() ? reflect::Object(type) : io::from_json(type, options);
    return result(wanted.name.data(), wanted.run(dossier, given));
}

std::size_t width_of(const RenderOptions& options) {
    constexpr std::int64_t kLeast = 40;
    constexpr std::int64_t kMost = 10'000;
    const std::int64_t width = options.width.value_or(100);
    if (width < kLeast || width > kMost)
        throw Error(ErrorCode::argument, "width is " + std::to_string(width) + ", not from 40 to 10000");
    return static_cast<std::size_t>(width);
}

// A document has renderers of its own; every other result is rendered as its structs say.
std::string render(const eom_result& shown, std::string_view format, const RenderOptions& options,
                   const Progress& progress) {
    const std::size_t width = width_of(options);
    if (&shown.object.type() == &reflect::table<report::DocumentView>()) {
        const Pace pace(progress, 0, "render");
        const report::RenderedDocument document(shown.object.as<report::DocumentView>());
        if (format == "html") return document.html();
        if (format == "markdown") return document.markdown();
        if (format == "text") return document.text(width);
    }
    const report::TextOptions text{.width = width,
                                   .colour = options.colour == YesNo::yes,
                                   .audience = options.audience,
                                   .progress = progress};
    return report::render(shown.object.type(), shown.object.get(), format, text, options.table);
}

Dossier watched(const eom_dossier* dossier, eom_progress callback, void* user) {
    return needed(dossier, "dossier").dossier.watched(progress(callback, user), "analyse");
}

AnalysisList list_analyses() {
    AnalysisList list;
    for (const analysis::Analysis& each : analysis::analyses()) {
        list.analyses.push_back({{}, std::string(each.name), std::string(each.summary)});
        for (io::SchemaMember& option : io::schema(each.options()).members) {
            if (option.type != each.options().name) continue;
            option.type = each.name;
            list.options.push_back(std::move(option));
        }
    }
    return list;
}

}  // namespace
}  // namespace openeom::capi

extern "C" {

eom_status eom_examples(eom_result** result, eom_error** error) {
    return guard(error, [&] {
        eom_result*& out = capi::output(result, "result");
        capi::ExampleList list;
        for (Example& example : examples())
            list.examples.push_back({{}, std::move(example.name), std::move(example.title), std::move(example.summary)});
        out = capi::result("examples", reflect::object(std::move(list)));
        return EOM_OK;
    });
}

eom_status eom_schema(const char* type, size_t type_length, eom_result** result, eom_error** error) {
    return guard(error, [&] {
        eom_result*& out = capi::output(result, "result");
        io::Schema schema = type == nullptr ? io::schema() : io::schema(capi::optional_text(type, type_length, "type"));
        out = capi::result("schema", reflect::object(std::move(schema)));
        return EOM_OK;
    });
}

eom_status eom_check(const eom_dossier* dossier, const char* options, size_t options_length,
                     eom_progress progress, void* user, eom_result** result, eom_error** error) {
    return guard(error, [&] {
        eom_result*& out = capi::output(result, "result");
        const Dossier& checked = capi::needed(dossier, "dossier").dossier;
        const check::Options given = capi::check_options(capi::optional_text(options, options_length, "options"));
        out = capi::result("check", reflect::object(check::run(checked, given, capi::progress(progress, user))));
        return EOM_OK;
    });
}

eom_status eom_edit_check(const eom_edit* edit, const char* options, size_t options_length,
                          eom_progress progress, void* user, eom_result** result, eom_error** error) {
    return guard(error, [&] {
        eom_result*& out = capi::output(result, "result");
        const Edit& checked = *capi::needed(edit, "edit").edit;
        const check::Options given = capi::check_options(capi::optional_text(options, options_length, "options"));
        out = capi::result("check", reflect::object(check::run(checked, given, capi::progress(progress, user))));
        return EOM_OK;
    });
}

eom_status eom_check_rules(eom_result** result, eom_error** error) {
    return guard(error, [&] {
        eom_result*& out = capi::output(result, "result");
        out = capi::result("rules", reflect::object(capi::RuleList{{}, check::rules()}));
        return EOM_OK;
    });
}

eom_status eom_analyses(eom_result** result, eom_error** error) {
    return guard(error, [&] {
        eom_result*& out = capi::output(result, "result");
        out = capi::result("analyses", reflect::object(capi::list_analyses()));
        return EOM_OK;
    });
}

eom_status eom_analyze(const eom_dossier* dossier, const char* name, size_t name_length, const char* options,
                       size_t options_length, eom_progress progress, void* user, eom_result** result,
                       eom_error** error) {
    return guard(error, [&] {
        eom_result*& out = capi::output(result, "result");
        const Dossier analysed = capi::watched(dossier, progress, user);
        const analysis::Analysis& wanted = analysis::find_analysis(capi::needed_text(name, name_length, "name"));
        out = capi::run(analysed, wanted, capi::optional_text(options, options_length, "options"));
        return EOM_OK;
    });
}

eom_status eom_trace(const eom_dossier* dossier, const char* record, size_t record_length, eom_progress progress,
                     void* user, eom_result** result, eom_error** error) {
    return guard(error, [&] {
        eom_result*& out = capi::output(result, "result");
        const Dossier traced = capi::watched(dossier, progress, user);
        const std::string of = io::quoted(capi::needed_text(record, record_length, "record"));
        out = capi::run(traced, analysis::find_analysis("trace"), "{\"of\": " + of + "}");
        return EOM_OK;
    });
}

eom_status eom_document(const eom_dossier* dossier, const char* document, size_t document_length, const char* options,
                        size_t options_length, eom_progress progress, void* user, eom_result** result,
                       eom_error** error) {
    return guard(error, [&] {
        eom_result*& out = capi::output(result, "result");
        const Dossier shown = capi::watched(dossier, progress, user);
        const std::string_view id = capi::needed_text(document, document_length, "document");
        const std::string_view json = capi::optional_text(options, options_length, "options");
        report::DocumentOptions given;
        if (!json.empty())
            given = io::from_json(reflect::table<report::DocumentOptions>(), json).as<report::DocumentOptions>();
        const auto rendered = report::document(shown, id, given);
        out = capi::result("document", reflect::object(report::DocumentView(rendered.view())));
        return EOM_OK;
    });
}

eom_status eom_suggestions(const eom_dossier* dossier, const char* document, size_t document_length,
                           eom_progress progress, void* user, eom_result** result, eom_error** error) {
    return guard(error, [&] {
        eom_result*& out = capi::output(result, "result");
        const Dossier shown = capi::watched(dossier, progress, user);
        const std::string_view id = capi::needed_text(document, document_length, "document");
        out = capi::result("suggestions", reflect::object(report::suggestions(shown, id)));
        return EOM_OK;
    });
}

const char* eom_result_name(const eom_result* result) { return result == nullptr ? "" : result->name; }

eom_status eom_result_json(const eom_result* result, eom_progress progress, void* user, eom_buf* json,
                           eom_error** error) {
    return guard(error, [&] {
        eom_buf& out = capi::output(json, "json");
        const eom_result& shown = capi::needed(result, "result");
        out = capi::buffer(io::to_json(shown.object, capi::progress(progress, user)));
        return EOM_OK;
    });
}

eom_status eom_result_schema(const eom_result* result, eom_result** schema, eom_error** error) {
    return guard(error, [&] {
        eom_result*& out = capi::output(schema, "schema");
        const eom_result& shown = capi::needed(result, "result");
        out = capi::result("schema", reflect::object(io::schema(shown.object.type())));
        return EOM_OK;
    });
}

eom_status eom_result_render(const eom_result* result, const char* format, size_t format_length, const char* options,
                             size_t options_length, eom_progress progress, void* user, eom_buf* rendered,
                             eom_error** error) {
    return guard(error, [&] {
        eom_buf& out = capi::output(rendered, "rendered");
        const eom_result& shown = capi::needed(result, "result");
        const std::string_view wanted = capi::needed_text(format, format_length, "format");
        const capi::RenderOptions given = capi::render_options(capi::optional_text(options, options_length, "options"));
        out = capi::buffer(capi::render(shown, wanted, given, capi::progress(progress, user)));
        return EOM_OK;
    });
}

void eom_result_destroy(eom_result* result) { delete result; }

}  // extern "C"
