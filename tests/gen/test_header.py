"""Small headers: what is read of them, and what is refused with its line."""

import header
import pytest
from header import FunctionPointer, Named, Parameter, Pointer

DOC = "/* Purpose:   does it.\n * Ownership: none.\n * NULL:      fine.\n * Threads:   any.\n * Since:     0.1 */\n"
HEADER = (
    """/* A header. */
#ifndef OPENEOM_H
#define OPENEOM_H
#include <stddef.h>
#include <stdint.h>
#ifdef __cplusplus
extern "C" {
#endif
#if defined(_WIN32)
#  define EOM_API __declspec(dllimport)
#  define EOM_ON_WINDOWS 1
#elif defined(__GNUC__)
#  define EOM_API __attribute__((visibility("default")))
#else
#  define EOM_API
#endif

/* ---- Numbers ---- */

typedef int32_t eom_status;
#define EOM_OK ((eom_status)0) /* done */
#define EOM_E_X ((eom_status)-7)
/* A length
 * that means: all. */
#define EOM_AUTO ((size_t)-1)
#define EOM_FLAGS (EOM_FIRST | 0x10)
#define EOM_FIRST (1u << 2)
#define EOM_TWICE(x) ((x) * 2)

/* ---- Structs ---- */

/* Borrowed. */
typedef struct eom_str {
    const char *data; /* bytes */
    size_t length;
} eom_str;

typedef struct eom_thing eom_thing;
typedef struct eom_late eom_late;
struct eom_late {
    int32_t number;
};

#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE
#define ARROW_FLAG_NULLABLE 2
struct ArrowSchema {
    const char* format;
    struct ArrowSchema** children;
    void (*release)(struct ArrowSchema*);
    void* private_data;
};
#endif

/* Reads some more. */
typedef int64_t (*eom_read)(void *user, void *into, size_t length);

/* ---- Work ---- */

"""
    + DOC
    + """EOM_API eom_status eom_work(const eom_thing *thing, const eom_str *texts, size_t count, eom_read read, void *user,
                            eom_thing **made);

"""
    + DOC.replace("does it.", "tells\n *            two lines.")
    + """EOM_API const char *eom_name(void);

#ifdef __cplusplus
}
#endif
#endif
"""
)


def read(tmp_path, text):
    path = tmp_path / "openeom.h"
    path.write_text(text, encoding="utf-8")
    return header.read(path)


@pytest.fixture
def interface(tmp_path):
    return read(tmp_path, HEADER)


def test_constants_are_those_of_every_platform(interface):
    values = {each.name: (each.value, each.type) for each in interface.constants}
    assert values == {
        "EOM_OK": (0, "eom_status"),
        "EOM_E_X": (-7, "eom_status"),
        "EOM_AUTO": (-1, "size_t"),
        "EOM_FLAGS": (20, "int"),
        "EOM_FIRST": (4, "int"),
        "ARROW_FLAG_NULLABLE": (2, "int"),
    }
    assert [each.name for each in interface.statuses()] == ["EOM_OK", "EOM_E_X"]


def test_comments_and_headings(interface):
    constants = {each.name: each for each in interface.constants}
    assert constants["EOM_OK"].comment == "done" and constants["EOM_E_X"].comment == ""
    assert constants["EOM_AUTO"].comment == "A length\nthat means: all." and constants["EOM_AUTO"].group == "Numbers"
    assert (
        interface.struct("eom_str").comment == "Borrowed." and interface.alias("eom_read").comment == "Reads some more."
    )
    assert [each.group for each in interface.functions] == ["Work", "Work"]


def test_structs_and_handles(interface):
    assert [each.name for each in interface.handles] == ["eom_thing"] and interface.is_handle("eom_thing")
    assert [each.name for each in interface.structs] == ["eom_str", "eom_late", "ArrowSchema"]
    schema = Named("ArrowSchema")
    assert interface.struct("ArrowSchema").fields == (
        Parameter("format", Pointer(Named("char", const=True))),
        Parameter("children", Pointer(Pointer(schema))),
        Parameter("release", FunctionPointer(Named("void"), (Parameter("", Pointer(schema)),))),
        Parameter("private_data", Pointer(Named("void"))),
    )
    assert interface.struct("eom_str").definition.startswith(
        "typedef struct eom_str {\n    const char *data; /* bytes */"
    )
    assert interface.struct("eom_str").definition.endswith("} eom_str;")


def test_functions(interface):
    work, name = interface.functions
    assert [each.name for each in work.parameters] == ["thing", "texts", "count", "read", "user", "made"]
    assert work.parameters[0].type == Pointer(Named("eom_thing", const=True))
    assert work.parameters[3].type == Named("eom_read") and work.result == Named("eom_status")
    assert work.prototype.startswith("eom_status eom_work(const eom_thing *thing,")
    assert work.prototype.endswith("void *user, eom_thing **made);")
    assert name.parameters == () and name.result == Pointer(Named("char", const=True))
    assert name.doc == {
        "Purpose": "tells two lines.",
        "Ownership": "none.",
        "NULL": "fine.",
        "Threads": "any.",
        "Since": "0.1",
    }


REFUSED = {
    "enum": ("typedef enum eom_kind { EOM_A } eom_kind;", "Enum"),
    "union": ("typedef union eom_any { int a; } eom_any;", "Union"),
    "bit-field": ("typedef struct eom_bits { int a : 3; } eom_bits;", "eom_bits.a is a bit-field"),
    "array": ("typedef struct eom_many { int a[3]; } eom_many;", "ArrayDecl"),
    "two names": ("typedef struct eom_one { int a; } eom_two;", "one name"),
    "variable": ("extern int eom_count;", "neither a type nor"),
    "definition": ("static int eom_count(void) { return 1; }", "neither a type nor"),
    "variable arguments": (DOC + "int eom_print(const char *form, ...);", "variable number of arguments"),
    "struct by value": (DOC + "int eom_by_value(eom_str text);", "eom_by_value: text is a struct by value"),
    "struct as result": (DOC + "eom_str eom_by_value(void);", "eom_by_value: the result is a struct by value"),
    "no doc block": ("int eom_silent(void);", "eom_silent needs a doc block"),
    "a line too few": (DOC.replace(" * Threads:   any.\n", "") + "int eom_x(void);", "eom_x needs a doc block"),
    "another order": (DOC.replace("Purpose", "Since", 1) + "int eom_x(void);", "eom_x needs a doc block"),
    "no number": ('#define EOM_NAME "name"', "EOM_NAME is no constant whole number"),
    "division": ("#define EOM_HALF (4 / 2)", "EOM_HALF is no constant whole number"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_the_header_must_not_have_is_refused_with_its_line(tmp_path, name):
    added, why = REFUSED[name]
    text = HEADER.replace("#ifdef __cplusplus\n}", added + "\n#ifdef __cplusplus\n}")
    with pytest.raises(header.Unreadable) as refused:
        read(tmp_path, text)
    place, _, said = str(refused.value).partition(": ")
    assert why in said
    last = text[: text.index(added) + len(added)].count("\n") + 1
    assert place == f"openeom.h:{last}"


def test_what_the_preprocessor_refuses(tmp_path):
    with pytest.raises(header.Unreadable, match="nowhere.h"):
        read(tmp_path, "#include <nowhere.h>\n")
