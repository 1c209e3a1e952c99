"""What capi/schema.json holds, as rows that can be compared one by one."""

from typing import Any, Dict, Tuple

KIND = ("value", "list", "of", "unit", "codes")


def flatten(schema: Dict[str, Any]) -> Dict[str, Tuple[Any, ...]]:
    """Each name of a type, member, code, analysis, option and result, in order, with what may not change about it."""
    rows: Dict[str, Tuple[Any, ...]] = {}
    for kind in schema["types"]:
        rows[f"type {kind['name']}"] = (kind.get("plural", ""), kind["kind"])
    for member in schema["members"]:
        rows[f"member {member['type']}.{member['name']}"] = tuple(member.get(key, "") for key in (*KIND, "required"))
    for codes in schema["code_lists"]:
        for number, code in enumerate(codes["codes"]):
            rows[f"code {codes['name']}.{code}"] = (number,)
    for analysis in schema["analyses"]:
        rows[f"analysis {analysis['name']}"] = ()
    for option in schema["options"]:
        rows[f"option {option['type']}.{option['name']}"] = tuple(option.get(key, "") for key in (*KIND, "required"))
    for result in schema["results"]:
        rows[f"result {result['name']}"] = (result["type"],)
    for member in schema["result_members"]:
        rows[f"result-member {member['type']}.{member['name']}"] = tuple(member.get(key, "") for key in KIND)
    for codes in schema["result_code_lists"]:
        for number, code in enumerate(codes["codes"]):
            rows[f"result-code {codes['name']}.{code}"] = (number,)
    return rows
