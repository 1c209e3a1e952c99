// Each line a name, given to everything that takes one and nothing else: what eom_has says of a type is what the schema and
// JSON Schema say.
#include "harness.hpp"

using namespace openeom::fuzz;

namespace {

bool has(const std::string& name) {
    const std::int32_t answer = eom_has(name.data(), name.size());
    require(answer == 0 || answer == 1, "it has it or has it not");
    return answer == 1;
}

void look_up(const Text& name) {
    if (name.data() == nullptr) return;
    const std::string type(name.view());
    static_cast<void>(has(type));
    Result schema;
    const eom_status described = call(eom_schema, name.data(), name.size(), out(schema));
    // A register's name, "parties", is taken for its type's; eom_has knows the type's alone.
    if (has("type:" + type)) require(described == EOM_OK, "a type that is there is described");
    for (const char* kind : {"function:", "analysis:", "member:", "render:"}) static_cast<void>(has(kind + type));
    eom_buf json{};
    const eom_status as_json = call(eom_json_schema, name.data(), name.size(), &json);
    if (as_json != EOM_OK) return;
    require(described == EOM_OK, "a type of the JSON Schema is one of the schema");
    is_json(taken(json));
}

// What takes no bytes gives the same each time.
void listings() {
    Result results[4];
    must("all types", eom_schema, nullptr, std::size_t{0}, out(results[3]));
    eom_buf all{};
    must("the JSON Schema of all", eom_json_schema, nullptr, std::size_t{0}, &all);
    is_json(taken(all));
    require(eom_has(nullptr, 0) == 0, "nothing has no name");
    must("examples", eom_examples, out(results[0]));
    must("rules", eom_check_rules, out(results[1]));
    must("analyses", eom_analyses, out(results[2]));
    for (const Result& result : results) require(json_of(result.get()).starts_with("{"), "a listing is an object");
    require(*eom_version() != '\0' && *eom_format_version() != '\0' && eom_abi_version() > 0, "versions");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const bool listed = (listings(), true);
    require(listed, "the listings");
    for_lines(data, size, 3, [](Line line) {
        const auto number = static_cast<eom_status>(line.left().size()) + (line.empty() ? 0 : line.left()[0]);
        require(*eom_status_name(number) != '\0', "every number has a name or a question mark");
        look_up(line.rest());
    });
    return 0;
}
