"""The schemas of results as one: their names, and the types, members and code lists that the record has not."""


def joined(record, results):
    """From what schema_json.c prints. A name stands for one thing, in the record and in every result."""
    made = {"results": [], "types": {}, "members": {}, "code_lists": {}}
    known = {kind: {} for kind in ("types", "members", "code_lists")}

    def keep(kind, name, row, held):
        earlier = known[kind].setdefault(name, row)
        if earlier != row:
            raise SystemExit(f"{kind}: {name} is {earlier} here and {row} there")
        if held:
            made[kind].setdefault(name, row)

    def take(schema, held):
        own = {row["name"] for row in schema["types"]} if held else set()
        own -= {row["name"] for row in record["types"]}
        for row in schema["types"]:
            keep("types", row["name"], row, row["name"] in own)
        for row in schema["members"]:
            keep("members", (row["type"], row["name"]), row, row["type"] in own)
        listed = {row["name"] for row in record["code_lists"]}
        for row in schema.get("code_lists", ()):
            keep("code_lists", row["name"], row, held and row["name"] not in listed)

    take(record, False)
    for each in results:
        take(each["schema"], True)
        made["results"].append({"name": each["name"], "type": each["schema"]["types"][0]["name"]})
    return {
        "results": made["results"],
        **{f"result_{kind}": list(made[kind].values()) for kind in ("types", "members", "code_lists")},
    }
