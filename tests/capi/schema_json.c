/* Prints the schema of everything, the analyses, and the schema of each result, for the comparison with capi/schema.json. */
#include <openeom.h>
#include <stdio.h>

static int print_and_destroy(const char *before, eom_result *result, eom_error **err) {
    eom_buf json = {0};
    const int failed = eom_result_json(result, NULL, NULL, &json, err) != EOM_OK;
    if (!failed) {
        fputs(before, stdout);
        fwrite(json.data, 1, json.length, stdout);
    }
    eom_buf_free(&json);
    eom_result_destroy(result);
    return failed;
}

/* What a call gave: its name, and the types in it. */
static int print_schema(eom_status status, eom_result **given, eom_error **err) {
    static const char *before = "";
    eom_result *schema = NULL;
    if (status != EOM_OK || eom_result_schema(*given, &schema, err) != EOM_OK) return 1;
    printf("%s{\"name\": \"%s\"", before, eom_result_name(*given));
    before = ",\n";
    const int failed = print_and_destroy(", \"schema\": ", schema, err);
    putchar('}');
    eom_result_destroy(*given);
    return failed;
}

/* An analysis that is missing here is named by schema_json.py. */
static const char *const analyses[][2] = {
    {"contents", "{}"},
    {"records", "{\"type\": \"party\"}"},
    {"record", "{\"type\": \"document\", \"id\": \"statement\"}"},
    {"registration", "{}"},
    {"indicators", "{}"},
    {"discrepancies", "{}"},
    {"sourcing", "{}"},
    {"trace", "{\"of\": \"document:statement\"}"},
};

static int print_results(eom_dossier *d, eom_error **err) {
    eom_result *r = NULL;
    eom_dossier *merged = NULL;
    for (size_t i = 0; i < sizeof analyses / sizeof *analyses; ++i)
        if (print_schema(eom_analyze(d, analyses[i][0], EOM_AUTO, analyses[i][1], EOM_AUTO, NULL, NULL, &r, err), &r, err))
            return 1;
    const int failed =
        print_schema(eom_check(d, NULL, 0, NULL, NULL, &r, err), &r, err) ||
        print_schema(eom_document(d, "statement", EOM_AUTO, NULL, 0, NULL, NULL, &r, err), &r, err) ||
        print_schema(eom_suggestions(d, "statement", EOM_AUTO, NULL, NULL, &r, err), &r, err) ||
        print_schema(eom_dossier_diff(d, d, NULL, NULL, &r, err), &r, err) ||
        print_schema(eom_dossier_merge(d, NULL, 0, NULL, NULL, &merged, &r, err), &r, err) ||
        print_schema(eom_examples(&r, err), &r, err) || print_schema(eom_check_rules(&r, err), &r, err) ||
        print_schema(eom_analyses(&r, err), &r, err) || print_schema(eom_schema(NULL, 0, &r, err), &r, err);
    eom_dossier_release(merged);
    return failed;
}

int main(void) {
    eom_error *err = NULL;
    eom_result *schema = NULL;
    eom_result *listed = NULL;
    eom_dossier *d = NULL;
    int failed = eom_schema(NULL, 0, &schema, &err) != EOM_OK || print_and_destroy("{\"schema\": ", schema, &err) ||
                 eom_analyses(&listed, &err) != EOM_OK || print_and_destroy(", \"analyses\": ", listed, &err) ||
                 eom_dossier_open("example:kazakhstan-2012", EOM_AUTO, NULL, 0, NULL, NULL, &d, &err) != EOM_OK;
    if (!failed) {
        fputs(", \"results\": [", stdout);
        failed = print_results(d, &err);
        puts("]}");
    }
    if (failed) fprintf(stderr, "%s\n", eom_error_message(err));
    eom_dossier_release(d);
    eom_error_destroy(err);
    return failed;
}
