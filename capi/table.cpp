#include "guard.hpp"
#include "handles.hpp"
#include "options.hpp"

#include "openeom/io/arrow.hpp"
#include "openeom/io/csv.hpp"
#include "openeom/io/json_schema.hpp"
#include "openeom/io/table.hpp"
#include "openeom/report/result.hpp"

using namespace openeom;
using capi::guard;

extern "C" {

eom_status eom_dossier_table(const eom_dossier* dossier, const char* type, size_t type_length, const char* options,
                             size_t options_length, eom_progress progress, void* user, eom_table** table,
                             eom_error** error) {
    return guard(error, [&] {
        eom_table*& out = capi::output(table, "table");
        const Dossier& read = capi::needed(dossier, "dossier").dossier;
        const std::string_view name = capi::needed_text(type, type_length, "type");
        const io::TableOptions given = capi::table_options(capi::optional_text(options, options_length, "options"));
        out = new eom_table{io::table(read, name, given, capi::progress(progress, user))};
        return EOM_OK;
    });
}

eom_status eom_dossier_stream(const eom_dossier* dossier, const char* type, size_t type_length, const char* options,
                              size_t options_length, struct ArrowArrayStream* stream, eom_error** error) {
    return guard(error, [&] {
        ArrowArrayStream& out = capi::output(stream, "stream");
        const Dossier& read = capi::needed(dossier, "dossier").dossier;
        const std::string_view name = capi::needed_text(type, type_length, "type");
        const io::TableOptions given = capi::table_options(capi::optional_text(options, options_length, "options"));
        out = io::export_stream(read, name, given).give();
        return EOM_OK;
    });
}

eom_status eom_result_table(const eom_result* result, const char* name, size_t name_length, eom_table** table,
                            eom_error** error) {
    return guard(error, [&] {
        eom_table*& out = capi::output(table, "table");
        const reflect::Object& shown = capi::needed(result, "result").object;
        const std::string_view list = capi::optional_text(name, name_length, "name");
        out = new eom_table{
            io::table(shown.type(), shown.get(), list, report::reconstruction_of(shown.type(), shown.get()))};
        return EOM_OK;
    });
}

eom_status eom_table_import(struct ArrowArrayStream* stream, const char* options, size_t options_length,
                            eom_progress progress, void* user, eom_table** table, eom_error** error) {
    return guard(error, [&] {
        capi::empty(table);
        // Taken before anything can fail, so that it is released in any case.
        io::ArrowStreamOwner taken(std::exchange(capi::needed(stream, "stream"), {}));
        eom_table*& out = capi::output(table, "table");
        const Limits limits = capi::read_options(capi::optional_text(options, options_length, "options")).limits;
        out = new eom_table{io::import_stream(taken.get(), limits, capi::progress(progress, user))};
        return EOM_OK;
    });
}

eom_status eom_table_rows(const eom_table* table, int64_t* rows, eom_error** error) {
    return guard(error, [&] {
        int64_t& out = capi::output(rows, "rows");
        out = capi::needed(table, "table").table.rows();
        return EOM_OK;
    });
}

eom_status eom_table_schema(const eom_table* table, struct ArrowSchema* schema, eom_error** error) {
    return guard(error, [&] {
        ArrowSchema& out = capi::output(schema, "schema");
        out = io::export_schema(capi::needed(table, "table").table).give();
        return EOM_OK;
    });
}

eom_status eom_table_stream(const eom_table* table, struct ArrowArrayStream* stream, eom_error** error) {
    return guard(error, [&] {
        ArrowArrayStream& out = capi::output(stream, "stream");
        out = io::export_stream(capi::needed(table, "table").table).give();
        return EOM_OK;
    });
}

eom_status eom_table_csv(const eom_table* table, const char* options, size_t options_length, eom_progress progress,
                         void* user, eom_buf* csv, eom_error** error) {
    return guard(error, [&] {
        eom_buf& out = capi::output(csv, "csv");
        const Table& written = capi::needed(table, "table").table;
        const io::CsvOptions given = capi::csv_options(capi::optional_text(options, options_length, "options"));
        out = capi::buffer(io::csv(written, given, capi::progress(progress, user)));
        return EOM_OK;
    });
}

eom_status eom_edit_put_table(eom_edit* edit, const char* type, size_t type_length, const eom_table* table,
                              eom_progress progress, void* user, eom_error** error) {
    return guard(error, [&] {
        Edit& changed = *capi::needed(edit, "edit").edit;
        const std::string_view name = capi::needed_text(type, type_length, "type");
        io::put_table(changed, name, capi::needed(table, "table").table, capi::progress(progress, user));
        return EOM_OK;
    });
}

void eom_table_destroy(eom_table* table) {
    delete table;
}

eom_status eom_json_schema(const char* type, size_t type_length, eom_buf* json, eom_error** error) {
    return guard(error, [&] {
        eom_buf& out = capi::output(json, "json");
        out =
            capi::buffer(type == nullptr ? io::json_schema() : io::json_schema(capi::optional_text(type, type_length, "type")));
        return EOM_OK;
    });
}

}  // extern "C"
