"""The examples of README.md, extracted from it, build and run: readme.py README BUILD CXX CC SOURCE."""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

readme, build, cxx, cc, source = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3], sys.argv[4], pathlib.Path(sys.argv[5])
text = readme.read_text(encoding="utf-8")
blocks = {language: re.findall(rf"^```{language}\n(.*?)^```", text, re.DOTALL | re.MULTILINE) for language in ("cpp", "c", "python")}
commands = [line.strip() for line in re.findall(r"^    (openeom .*)$", text, re.MULTILINE)]
failures, cases = [], 0
libraries = [str(build / "lib/libopeneom_cpp.a"), "-lfmt", "-lsodium", "-lutf8proc"]
environment = {**os.environ, "LD_LIBRARY_PATH": str(build / "lib"), "PYTHONPATH": str(build / "python"),
               "PATH": f"{build / 'bin'}:{os.environ['PATH']}", "PYTHONDONTWRITEBYTECODE": "1"}


def run(name, command, folder, shell=False):
    global cases
    cases += 1
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, shell=shell)
    if done.returncode != 0 or not (done.stdout or shell):
        failures.append(name)
        print(f"failed: {name}: status {done.returncode}\n{done.stdout[-2000:]}{done.stderr[-2000:]}")


with tempfile.TemporaryDirectory() as folder:
    for language, found in blocks.items():
        if len(found) != 1:
            failures.append(language)
            print(f"failed: README has {len(found)} blocks of {language}, not one")
            continue
        path = pathlib.Path(folder) / f"example.{'py' if language == 'python' else language}"
        path.write_text(found[0], encoding="utf-8")
        program = str(path.with_suffix(f".{language}.out"))
        if language == "python":
            run("Python", [sys.executable, str(path)], folder)
            continue
        if language == "cpp":
            command = [cxx, "-std=c++20", "-O0", f"-I{source}/include", str(path), "-o", program, *libraries]
        else:
            command = [cc, "-std=c99", "-pedantic", "-Wall", "-Werror", f"-I{source}/capi/include", str(path), "-o", program,
                       f"-L{build}/lib", "-lopeneom"]
        built = subprocess.run(command, capture_output=True, text=True)
        if built.returncode != 0:
            failures.append(language)
            cases += 1
            print(f"failed: {language} does not build\n{built.stderr[-3000:]}")
            continue
        run(language, [program], folder)
    for command in commands:
        run(command, command, folder, shell=True)

print(f"{cases} cases, {len(failures)} failed" if failures else f"{cases} cases")
sys.exit(1 if failures else 0)
