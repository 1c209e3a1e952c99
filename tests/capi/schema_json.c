/* Prints the schema of everything, for the comparison with capi/schema.json. */
#include <openeom.h>
#include <stdio.h>

int main(void) {
    eom_error *err = NULL;
    eom_result *schema = NULL;
    eom_buf json = {0};
    int failed = eom_schema(NULL, 0, &schema, &err) != EOM_OK || eom_result_json(schema, NULL, NULL, &json, &err) != EOM_OK;
    if (failed)
        fprintf(stderr, "%s\n", eom_error_message(err));
    else
        fwrite(json.data, 1, json.length, stdout);
    eom_buf_free(&json);
    eom_result_destroy(schema);
    eom_error_destroy(err);
    return failed;
}
