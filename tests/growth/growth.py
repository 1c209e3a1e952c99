"""A new member and a new entity appear everywhere, and forgetting one of their lines does not build.

    growth.py SOURCE WORK CXX CLIENT [LAUNCHER]

Patches a scratch copy of the source below WORK: Party gains a member, an invented entity gets its header and its line
in the list, the C interface a function and a status. Then each of the neighbouring lines is left out in turn, which must
not compile; then the whole is built and the newcomers are looked for in JSON, schema, cursor, command, Python and
documentation; then the committed schema and what is generated from it are written anew, and they are looked for there.
CLIENT, a program built before all this against the released header, runs with the library that has grown.
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys

source, work, compiler, client = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3], sys.argv[4]
launcher = sys.argv[5] if len(sys.argv) > 5 else ""
copy, build = work / "source", work / "build"
cases, failures = 0, []

# The three neighbouring lines of a member.
MEMBER = ("    std::string motto;\n", "motto, ", '    {"motto", "what it says of itself in three words"},\n')

# The three parts of an entity's header, and its line in the list.
ENTITY_HEAD = """// An invented entity.
#pragma once

#include "openeom/model/registration.hpp"

namespace openeom {

"""
ENTITY = (
    """struct Lighthouse : Sourced {
    std::vector<Name> names;
    std::optional<std::int64_t> height;
    std::optional<Ref<Party>> keeper;
};
""",
    "BOOST_DESCRIBE_STRUCT(Lighthouse, (Sourced), (names, height, keeper))\n",
    """template <>
inline constexpr reflect::StructRow reflect::struct_row<Lighthouse>{"lighthouse", "lighthouses", "a light that guides ships"};
template <>
inline constexpr auto reflect::rows<Lighthouse> = std::to_array<reflect::Row>({
    {"names", "what it is called"},
    {.name = "height", .meaning = "height of the light", .unit = "metres"},
    {"keeper", "the party that keeps it"},
});
""",
)
LISTED = "Lighthouse, "

# What the C interface gains: a file, a line there, and what follows it.
INTERFACE = (
    ("include/openeom.h", "EOM_API int32_t eom_abi_version(void);\n", """
/* Purpose:   how many lighthouses there are in the world.
 * Ownership: none.
 * NULL:      not applicable.
 * Threads:   any.
 * Since:     0.2 */
EOM_API int32_t eom_lighthouses(void);
"""),
    ("symbols.txt", "eom_json_schema\n", "eom_lighthouses\n"),
    ("version.cpp", "int32_t eom_abi_version(void) { return 1; }\n", "int32_t eom_lighthouses(void) { return 24000; }\n"),
    ("include/openeom.h", "/* a defect of the library */\n", "#define EOM_E_DARK       ((eom_status)13)  /* the light is out */\n"),
    ("error.cpp", 'case EOM_E_INTERNAL: return "EOM_E_INTERNAL";\n', '        case EOM_E_DARK: return "EOM_E_DARK";\n'),
)


def case(name, ok, why=""):
    global cases
    cases += 1
    if not ok:
        failures.append(name)
        print(f"failed: {name} {why}")


def fresh():
    for folder in ("include", "src", "capi", "bindings", "cmake", "tests"):
        shutil.copytree(source / folder, copy / folder, dirs_exist_ok=True)
    shutil.copy(source / "CMakeLists.txt", copy)


def patch(path, before, after):
    text = path.read_text(encoding="utf-8")
    if before not in text:
        sys.exit(f"growth.py: '{before.strip()}' is not in {path}: mend the test")
    path.write_text(text.replace(before, after, 1), encoding="utf-8")


def add_member(lines):
    path = copy / "include/openeom/model/registration.hpp"
    patch(path, "    Quantity members_claimed;\n", lines[0] + "    Quantity members_claimed;\n")
    patch(path, "merged_into, members_claimed))", f"merged_into, {lines[1]}members_claimed))")
    row = '    {.name = "members_claimed",'
    patch(path, row, lines[2] + row)


def add_entity(lines, listed=LISTED):
    (copy / "include/openeom/model/lighthouse.hpp").write_text(ENTITY_HEAD + "".join(lines) + "\n}  // namespace openeom\n")
    path = copy / "include/openeom/model/entities.hpp"
    patch(path, '#include "openeom/model/erasure.hpp"\n',
          '#include "openeom/model/erasure.hpp"\n#include "openeom/model/lighthouse.hpp"\n')
    patch(path, "    Party, ", f"    {listed}Party, ")


def grow_interface():
    for name, line, addition in INTERFACE:
        patch(copy / "capi" / name, line, line + addition)


def compiles():
    command = [compiler, "-std=c++20", "-fsyntax-only", f"-I{copy}/include", str(copy / "src/model/tables.cpp")]
    return subprocess.run(command, capture_output=True).returncode == 0


def without(parts, index):
    return tuple("" if i == index else part for i, part in enumerate(parts))


for index, what in enumerate(("member", "Describe list", "row")):
    fresh()
    add_member(without(MEMBER, index))
    case(f"a member without its {what} does not build", not compiles())
for index, what in enumerate(("struct", "Describe list", "rows")):
    fresh()
    add_entity(without(ENTITY, index))
    case(f"an entity without its {what} does not build", not compiles())

fresh()
add_member(MEMBER)
add_entity(ENTITY)
grow_interface()
case("both build", compiles())
configure = ["cmake", "-S", copy, "-B", build, "-G", "Ninja", "-DCMAKE_BUILD_TYPE=Debug", "-DCMAKE_CXX_FLAGS_DEBUG=-O0"]
if launcher:
    configure.append(f"-DCMAKE_CXX_COMPILER_LAUNCHER={launcher}")
compile_all = ["cmake", "--build", build, "-j", os.environ.get("JOBS", "2"), "--target", "openeom_command", "openeom_python", "schema_json"]


def run_all(*commands):
    for command in commands:
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode != 0:
            print(done.stdout[-3000:], done.stderr[-3000:])
            sys.exit(f"growth.py: in the scratch copy this fails: {' '.join(map(str, command))}")


run_all(configure, compile_all)

dossier = work / "dossier.json"
dossier.write_text(json.dumps({
    "format": "openeom/1.0",
    "parties": [{"id": "a", "names": [{"text": "Alpha"}], "motto": "bread and light"}],
    "lighthouses": [{"id": "north", "names": [{"text": "North light"}], "height": 41, "keeper": "a"}],
}))


def openeom(*arguments):
    return subprocess.run([build / "bin/openeom", *arguments, "--width", "300"], capture_output=True, text=True)


def python(code):
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True,
                          env={**os.environ, "PYTHONPATH": str(build / "python"), "PYTHONDONTWRITEBYTECODE": "1"})


shown = openeom("show", str(dossier), "party", "a")
case("command shows the member", "bread and light" in shown.stdout, shown.stderr)
shown = openeom("show", str(dossier), "lighthouse")
case("command lists the entity", "North light" in shown.stdout and "41" in shown.stdout, shown.stderr)
shown = openeom("schema", "party")
case("documentation has the member", "three words" in shown.stdout, shown.stderr)
shown = openeom("schema", "lighthouse")
case("documentation has the entity", "height of the light" in shown.stdout and "metres" in shown.stdout, shown.stderr)
shown = openeom("schema", "--json")
case("schema has both", '"motto"' in shown.stdout and '"lighthouses"' in shown.stdout, shown.stderr)
shown = openeom("trace", str(dossier), "party:a")
case("trace finds who refers to a record", "lighthouse:north" in shown.stdout, shown.stderr)
ran = python(f"import openeom as eom; d = eom.open({str(dossier)!r}); print(d.parties()[0].motto, d.lighthouses()[0].height, d.counts['lighthouse'])")
case("Python has both", ran.stdout.split() == ["bread", "and", "light", "41", "1"], ran.stderr)
ran = python(f"import openeom as eom; d = eom.open({str(dossier)!r}); print([x.id for x in d.lighthouses(height=41)], [x.id for x in d.lighthouses(height=40)])")
case("cursor filters by the member", ran.stdout.strip() == "['north'] []", ran.stderr)
ran = python(f"import openeom as eom; a = eom.open({str(dossier)!r}); b = eom.parse(a.json()); print(a.digest == b.digest, 'bread and light' in str(a.json()))")
case("JSON goes out and in", ran.stdout.split() == ["True", "True"], ran.stderr)
shown = openeom("check", str(dossier))
case("a wrong member is still an error with a suggestion",
     "'height'" in openeom("check", str(work / "wrong.json")).stdout + openeom("check", str(work / "wrong.json")).stderr
     if (work / "wrong.json").write_text('{"format": "openeom/1.0", "lighthouses": [{"id": "n", "heigth": 4}]}') else False)

ran = subprocess.run([client, work, "function:eom_lighthouses", "member:party.motto", "type:lighthouse"],
                     capture_output=True, text=True, env={**os.environ, "LD_LIBRARY_PATH": str(build / "lib")})
case("a program built before runs with the library that has grown", ran.returncode == 0, ran.stdout + ran.stderr)

# What the library says of itself goes into the committed schema, and from there into everything generated.
run_all([sys.executable, copy / "tests/capi/schema_json.py", copy / "capi/schema.json", build / "bin/schema_json", "--write"],
        [sys.executable, copy / "bindings/gen/generate.py"], compile_all)


def generated(name):
    return (copy / "bindings" / name).read_text(encoding="utf-8")


case("the generated classes have both", "    motto: Optional[str]" in generated("python/openeom/types.py")
     and 'class Lighthouse(_records.Record, name="lighthouse"):' in generated("python/openeom/types.py"))
case("the generated methods have the entity", "def lighthouses(self" in generated("python/openeom/_members.pyi"))
case("the reference pages have both", "| `motto` | text | what it says of itself in three words |" in generated("reference/types.md")
     and "| `height` | whole number, in metres | height of the light |" in generated("reference/types.md"))
ran = python(f"import openeom as eom; print(type(eom.open({str(dossier)!r}).lighthouses()[0]) is eom.types.Lighthouse)")
case("Python reads it into its class", ran.stdout.strip() == "True", ran.stderr)

ran = subprocess.run([sys.executable, copy / "tests/abi/released.py", copy], capture_output=True, text=True)
case("what was released still holds", ran.returncode == 0, ran.stdout + ran.stderr)

print(f"{cases} cases, {len(failures)} failed" if failures else f"{cases} cases")
sys.exit(1 if failures else 0)
