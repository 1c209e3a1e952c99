"""What the tests of installing share: counted cases, commands, and the small consumer."""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

SOURCE = pathlib.Path(__file__).resolve().parents[2]
CONSUMER = SOURCE / "tests/install/consumer"
RELEASE = re.search(r"^project\(openeom VERSION ([\d.]+)", (SOURCE / "CMakeLists.txt").read_text(encoding="utf-8"), re.MULTILINE)[1]
EVENTS = len(json.loads((SOURCE / "src/catalogue/examples/kazakhstan-2012.json").read_text(encoding="utf-8"))["registration_events"])
# What each consumer must say; there is no version in the C++20 interface.
ANSWER = f"OpenEOM {RELEASE}: {EVENTS} registration events"
ANSWERS = {"consumer_c": ANSWER, "consumer_cpp17": ANSWER, "consumer_cpp20": f"{EVENTS} registration events"}
# What would let a program find the library by other ways than the one that is tried.
LEFT_OUT = {"LD_LIBRARY_PATH", "LIBRARY_PATH", "CPATH", "PKG_CONFIG_PATH", "CMAKE_PREFIX_PATH", "CFLAGS", "CXXFLAGS", "LDFLAGS"}
cases, failures = 0, []


def case(name, ok, why=""):
    global cases
    cases += 1
    if not ok:
        failures.append(name)
        print(f"failed: {name} {why}")
    return ok


def finish():
    print(f"{cases} cases, {len(failures)} failed" if failures else f"{cases} cases")
    sys.exit(1 if failures else 0)


def attempt(*command, cwd=None, **environment):
    kept = {name: value for name, value in os.environ.items() if name not in LEFT_OUT}
    return subprocess.run([str(word) for word in command], cwd=cwd, capture_output=True, text=True, env={**kept, **environment})


def run(*command, cwd=None, **environment):
    """What it prints; the test ends where it fails."""
    done = attempt(*command, cwd=cwd, **environment)
    if done.returncode != 0:
        print(done.stdout[-3000:], done.stderr[-3000:])
        print(f"{cases + 1} cases, {len(failures) + 1} failed")
        sys.exit(f"this fails: {' '.join(map(str, command))}")
    return done.stdout


def says(name, program, answer=ANSWER, **environment):
    done = attempt(program, **environment)
    case(name, done.returncode == 0 and done.stdout == answer + "\n",
         f"status {done.returncode}, said '{done.stdout.strip()}', not '{answer}' {done.stderr[-1500:]}")


def configure(build, *definitions, compilers=None):
    chosen = [f"-DCMAKE_C_COMPILER={compilers[0]}", f"-DCMAKE_CXX_COMPILER={compilers[1]}"] if compilers else []
    return attempt("cmake", "-S", CONSUMER, "-B", build, "-G", "Ninja", *chosen, *definitions)


def consume(name, build, *definitions, compilers=None, programs=tuple(ANSWERS)):
    """Configures, builds and runs the consumer: a case for the building, and one for each program."""
    done = configure(build, *definitions, compilers=compilers)
    if done.returncode == 0:
        done = attempt("cmake", "--build", build, "-j", os.environ.get("JOBS", "2"))
    if case(f"{name}: builds", done.returncode == 0, done.stdout[-2500:] + done.stderr[-2500:]):
        for program in programs:
            says(f"{name}: {program}", build / program, ANSWERS[program])


def both_compilers():
    """gcc and clang as (name, C compiler, C++ compiler), where they are here; who is not says so."""
    for name, compilers in (("gcc", ("gcc", "g++")), ("clang", ("clang", "clang++"))):
        if all(map(shutil.which, compilers)):
            yield name, compilers
        else:
            case(name, True)
            print(f"skipped: {name}: it is not installed")
