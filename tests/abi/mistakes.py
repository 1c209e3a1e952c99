"""Each mistake that the tests of the binary interface are there for is made, and found by the right one.

    mistakes.py SOURCE BUILD CMAKE CXX SCHEMA_JSON TEST...

Every mistake is a patch of a scratch copy; the test is run there, and must fail and say what is wrong. What may be
added is added as well, and must pass. Tests that look at the library take the built one; for abidiff capi/error.cpp,
which has functions, structs and statuses, is compiled again from the patched copy and linked with capi's other objects.
"""

import collections
import pathlib
import shutil
import subprocess
import sys
import tempfile

source, build = map(pathlib.Path, sys.argv[1:3])
cmake, compiler, schema_json = sys.argv[3:6]
HEADER, SCHEMA, SYMBOLS = "capi/include/openeom.h", "capi/schema.json", "capi/symbols.txt"
ERRORS, PYTHON = "capi/error.cpp", "bindings/python/openeom/_abi.py"
FOLDERS = (
    "bindings/gen",
    "bindings/python/openeom",
    "bindings/reference",
    "capi",
    "include",
    "tests/abi",
    "tests/capi",
    "tests/symbols",
)


def python(copy, script, *arguments):
    return [sys.executable, copy / script, *arguments]


def released(copy):
    return [python(copy, "tests/abi/released.py", copy)]


def symbols(copy):
    return [python(copy, "tests/symbols/symbols.py", copy, build, cmake)]


def generated(copy):
    return [python(copy, "bindings/gen/generate.py", "--check", "--root", copy)]


def schema(copy):
    return [python(copy, "tests/capi/schema_json.py", copy / SCHEMA, schema_json)]


def binary(copy):
    library, patched = copy / "libopeneom.so", copy / "error.o"
    others = [path for path in (build / "capi/CMakeFiles/openeom.dir").glob("*.o") if path.name != "error.cpp.o"]
    flags = ["-std=c++20", "-g", "-fPIC", "-fvisibility=hidden", "-DEOM_BUILDING", '-DOPENEOM_VERSION="0"']
    includes = [f"-I{copy / folder}" for folder in ("capi", "capi/include", "include")]
    return [
        [compiler, *flags, *includes, "-c", copy / ERRORS, "-o", patched],
        # What capi calls is left open: nothing is run, and abidiff looks at what is defined.
        [
            compiler,
            "-shared",
            "-Wl,-soname,libopeneom.so.0",
            f"-Wl,--version-script={copy / 'capi/openeom.map'}",
            "-o",
            library,
            patched,
            *others,
        ],
        python(copy, "tests/abi/binary.py", library),
    ]


DECLARED = "EOM_API int32_t eom_abi_version(void);\n"
DOCUMENTED = """
/* Purpose:   invented.
 * Ownership: none.
 * NULL:      not applicable.
 * Threads:   any.
 * Since:     0.2 */
EOM_API int32_t eom_invented(void);
"""
CONFLICT = "#define EOM_E_CONFLICT   ((eom_status)5)   /* two things that cannot both be kept */\n"
INTERNAL = "#define EOM_E_INTERNAL   ((eom_status)12)  /* a defect of the library */\n"
NULL = "#define EOM_NULL         ((eom_status)102)"
BUFFER = "typedef struct eom_buf {\n    char *data;\n    size_t length;\n"
WRITE = "eom_file_write(const char *path, size_t path_length, const char *data, size_t length,"


def row(member):
    """How a member of the type party begins in capi/schema.json."""
    return f'   "type": "party",\n   "name": "{member}",\n'


Mistake = collections.namedtuple("Mistake", "what test says patches")
MISTAKES = [
    # header, against the release
    Mistake("a function is removed", released, "eom_abi_version is gone", [(HEADER, DECLARED, "")]),
    Mistake(
        "a parameter has another type",
        released,
        "eom_has was int32_t (const char *, size_t), is int32_t (const char *, uint32_t)",
        [(HEADER, "eom_has(const char *name, size_t name_length)", "eom_has(const char *name, uint32_t name_length)")],
    ),
    Mistake(
        "a function gives another type",
        released,
        "eom_abi_version was int32_t (), is int64_t ()",
        [(HEADER, DECLARED, DECLARED.replace("int32_t", "int64_t"))],
    ),
    Mistake(
        "a parameter more",
        released,
        "eom_examples was",
        [(HEADER, "eom_examples(eom_result **result,", "eom_examples(eom_result **result, void *user,")],
    ),
    Mistake(
        "a callback changes",
        released,
        "eom_write was int (*)(void *, const char *, size_t), is int (*)(const char *, size_t)",
        [(HEADER, "(*eom_write)(void *user, ", "(*eom_write)(")],
    ),
    Mistake(
        "a public struct grows",
        released,
        "eom_buf was { char * data; size_t length }, is { char * data; size_t length; size_t room }",
        [(HEADER, BUFFER, BUFFER + "    size_t room;\n")],
    ),
    Mistake(
        "fields change places",
        released,
        "eom_buf was { char * data;",
        [(HEADER, BUFFER, "typedef struct eom_buf {\n    size_t length;\n    char *data;\n")],
    ),
    Mistake(
        "a status is inserted in the middle",
        released,
        "EOM_E_CONFLICT was ('eom_status', 5), is ('eom_status', 6)",
        [(HEADER, CONFLICT, "#define EOM_E_BUSY ((eom_status)5)\n" + CONFLICT.replace("5", "6"))],
    ),
    Mistake(
        "a status is renamed",
        released,
        "EOM_E_CONFLICT is gone",
        [(HEADER, "#define EOM_E_CONFLICT ", "#define EOM_E_COLLISION ")],
    ),
    Mistake(
        "the number of a status is taken twice",
        released,
        "EOM_E_BUSY is 12, after EOM_E_INTERNAL, which is 12",
        [(HEADER, INTERNAL, INTERNAL + "#define EOM_E_BUSY ((eom_status)12)\n")],
    ),
    Mistake(
        "an error has the number of an answer",
        released,
        "two statuses are 100",
        [(HEADER, INTERNAL, INTERNAL + "#define EOM_E_BUSY ((eom_status)100)\n")],
    ),
    Mistake(
        "a status leaves a gap",
        released,
        "EOM_E_BUSY is 20; the next after EOM_E_INTERNAL is 13",
        [(HEADER, INTERNAL, INTERNAL + "#define EOM_E_BUSY ((eom_status)20)\n")],
    ),
    Mistake(
        "an answer stands before the others",
        released,
        "EOM_WAIT is 99; the next after EOM_OK is 1",
        [(HEADER, INTERNAL, INTERNAL + "#define EOM_WAIT ((eom_status)99)\n")],
    ),
    Mistake(
        "a kind of quantity changes its number",
        released,
        "EOM_QUANTITY_VAGUE was ('int', 6), is ('int', 7)",
        [(HEADER, "#define EOM_QUANTITY_VAGUE    6", "#define EOM_QUANTITY_VAGUE    7")],
    ),
    # schema, against the release
    Mistake(
        "a member is renamed", released, "member party.founded is gone", [(SCHEMA, row("founded"), row("foundation"))]
    ),
    Mistake(
        "a member becomes a list",
        released,
        "member party.founded was ('date',",
        [
            (
                SCHEMA,
                row("founded") + '   "value": "date",\n   "list": "no"',
                row("founded") + '   "value": "date",\n   "list": "yes"',
            )
        ],
    ),
    Mistake(
        "members change places",
        released,
        "stands in another place",
        [
            (SCHEMA, row("founded"), row("-")),
            (SCHEMA, row("country"), row("founded")),
            (SCHEMA, row("-"), row("country")),
        ],
    ),
    Mistake(
        "a code is inserted in the middle",
        released,
        "code registration_stage.deregistered was",
        [(SCHEMA, '    "deregistered",', '    "lapsed",\n    "deregistered",')],
    ),
    Mistake(
        "a code is removed",
        released,
        "code registration_stage.deregistered is gone",
        [(SCHEMA, '    "deregistered",\n', "")],
    ),
    Mistake(
        "an analysis is renamed",
        released,
        "analysis registration is gone",
        [(SCHEMA, '   "name": "registration",\n', '   "name": "registrations",\n')],
    ),
    Mistake(
        "a new member is required",
        released,
        "member party.motto is new and required",
        [
            (
                SCHEMA,
                row("founded"),
                row("motto")
                + '   "value": "text",\n   "required": "yes",\n   "meaning": "",\n   "since": "1.0"\n  },\n  {\n'
                + row("founded"),
            )
        ],
    ),
    # the four lists of functions, and doc blocks
    Mistake(
        "the library has a function that the header has not",
        symbols,
        "eom_abi_version: in the library's exports, not in the header",
        [(HEADER, DECLARED, ""), (SYMBOLS, "eom_abi_version\n", "")],
    ),
    Mistake(
        "the header has a function that nobody else has",
        symbols,
        "eom_invented: in the header, not in the library's exports",
        [(HEADER, DECLARED, DECLARED + DOCUMENTED)],
    ),
    Mistake(
        "symbols.txt lacks a function",
        symbols,
        "eom_abi_version: in the header, not in symbols.txt",
        [(SYMBOLS, "eom_abi_version\n", "")],
    ),
    Mistake(
        "Python lacks a function",
        symbols,
        "eom_abi_version: in the header, not in Python's declarations",
        [(PYTHON, '    "eom_abi_version": (c_int32, ()),\n', "")],
    ),
    Mistake(
        "a function is declared twice",
        symbols,
        "eom_abi_version: declared 2 times",
        [(HEADER, DECLARED, DECLARED + DECLARED)],
    ),
    *(
        Mistake(f"a doc block lacks its line '{line}'", test, says, [(HEADER, f" * {line}{rest}", f" * {other}{rest}")])
        for line, rest, other in (
            ("NULL:      ", "0 for a NULL name.", "Null:      "),
            ("Since:     ", "0.1 */\nEOM_API int32_t eom_has", "Of:        "),
        )
        for test, says in (
            (symbols, f"eom_has: its doc block has no line '{line.strip()}'"),
            (generated, "eom_has needs a doc block"),
        )
    ),
    # what is generated, and what the library says of itself
    Mistake("what is generated is old", generated, "_abi.py line", [(HEADER, DECLARED, DECLARED + DOCUMENTED)]),
    Mistake(
        "the library has a member that the schema has not",
        schema,
        "member party.founded is new",
        [(SCHEMA, row("founded"), row("foundation"))],
    ),
    Mistake(
        "the schema has another meaning",
        schema,
        "a meaning or the order is another",
        [(SCHEMA, '"meaning": "a name in one language"', '"meaning": ""')],
    ),
    # the library, by abidiff
    Mistake(
        "the library loses a function",
        binary,
        "[D] 'function eom_status eom_file_write(",
        [
            (ERRORS, "eom_status eom_file_write(", "[[maybe_unused]] static eom_status file_write("),
            (HEADER, "EOM_API eom_status eom_file_write(", "eom_status eom_not_there("),
        ],
    ),
    Mistake(
        "a parameter of the library has another type",
        binary,
        "parameter 4 of type 'typedef size_t' changed",
        [
            (HEADER, WRITE, WRITE.replace("size_t length", "uint16_t length")),
            (
                ERRORS,
                "const char* data, size_t length, eom_error** error)",
                "const char* data, uint16_t length, eom_error** error)",
            ),
        ],
    ),
    Mistake(
        "a struct of the library grows",
        binary,
        "type size changed from 128 to 192",
        [
            (HEADER, BUFFER, BUFFER + "    size_t room;\n"),
            (ERRORS, "return {data, bytes.size()};", "return {data, bytes.size(), 0};"),
        ],
    ),
]
ADDED = [
    (HEADER, DECLARED, DECLARED + DOCUMENTED),
    (HEADER, INTERNAL, INTERNAL + "#define EOM_E_BUSY       ((eom_status)13)\n"),
    (HEADER, NULL, "#define EOM_E_LATE       ((eom_status)14)\n" + NULL),
    (ERRORS, 'extern "C" {\n', 'extern "C" {\n\nint32_t eom_invented(void) { return 1; }\n'),
    (
        SCHEMA,
        row("founded"),
        row("motto") + '   "value": "text",\n   "meaning": "",\n   "since": "1.1"\n  },\n  {\n' + row("founded"),
    ),
]


def patch(copy, patches):
    for name, before, after in patches:
        text = (copy / name).read_text(encoding="utf-8")
        if before not in text:
            sys.exit(f"mistakes.py: {before!r} is not in {name}: mend the test")
        (copy / name).write_text(text.replace(before, after, 1), encoding="utf-8")


def run(test, patches):
    """The test in a patched copy: whether it passed, and what it said."""
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder)
        for name in FOLDERS:
            shutil.copytree(source / name, copy / name)
        (copy / "src/catalogue").mkdir(parents=True)
        shutil.copy(source / "src/catalogue/codes.json", copy / "src/catalogue")
        patch(copy, patches)
        for command in test(copy):
            done = subprocess.run(command, capture_output=True, text=True)
            if done.returncode != 0:
                return False, done.stdout + done.stderr
        return True, done.stdout


failures = 0


def case(what, held, said):
    global failures
    if not held:
        failures += 1
        print(f"failed: {what}\n{said}")


tests = {test.__name__: test for test in (released, symbols, generated, schema, binary)}
wanted = [tests[name] for name in sys.argv[6:]]
if binary in wanted and shutil.which("abidiff") is None:
    print("skipped: abi_binary_mistakes: abidiff is not installed (package abigail-tools)")
    sys.exit(77)
for test in wanted:
    added = ADDED if test in (released, binary) else []
    passed, said = run(test, added)
    case(f"{'what may be added' if added else 'nothing'} is wrong for {test.__name__}", passed, said)
mistakes = [mistake for mistake in MISTAKES if mistake.test in wanted]
for mistake in mistakes:
    passed, said = run(mistake.test, mistake.patches)
    case(f"{mistake.what}: {mistake.test.__name__} says '{mistake.says}'", not passed and mistake.says in said, said)
cases = len(wanted) + len(mistakes)
print(f"{cases} cases, {failures} failed" if failures else f"{cases} cases")
sys.exit(1 if failures else 0)
