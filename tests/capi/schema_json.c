/* Prints the schema of everything and the analyses, for the comparison with capi/schema.json. */
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

int main(void) {
    eom_error *err = NULL;
    eom_result *schema = NULL;
    eom_result *analyses = NULL;
    const int failed = eom_schema(NULL, 0, &schema, &err) != EOM_OK ||
                       print_and_destroy("{\"schema\": ", schema, &err) || eom_analyses(&analyses, &err) != EOM_OK ||
                       print_and_destroy(", \"analyses\": ", analyses, &err);
    if (failed)
        fprintf(stderr, "%s\n", eom_error_message(err));
    else
        puts("}");
    eom_error_destroy(err);
    return failed;
}
