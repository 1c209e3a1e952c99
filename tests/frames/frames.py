"""Runs the tests beside it in a virtual environment with what they need: frames.py FOLDER PYTHONPATH.

The environment is made in FOLDER by pip, from its index, and kept for the next run. Where pip reaches no index the suite is
skipped by name.
"""
import hashlib
import os
import pathlib
import subprocess
import sys
import venv

here = pathlib.Path(__file__).resolve().parent
folder, package = pathlib.Path(sys.argv[1]).resolve(), sys.argv[2]
requirements = here / "requirements.txt"
wanted = hashlib.sha256(requirements.read_bytes() + sys.version.encode()).hexdigest()
stamp, python = folder / "made-of", folder / ("Scripts" if os.name == "nt" else "bin") / "python"


def skip(reason):
    print(f"skipped: frames: {reason}")
    sys.exit(77)


if not stamp.exists() or stamp.read_text(encoding="ascii") != wanted:
    try:
        import ensurepip  # noqa: F401
    except ImportError:
        skip("python3-venv is not installed")
    venv.create(folder, with_pip=True, clear=True)
    done = subprocess.run(
        [python, "-m", "pip", "install", "--no-compile", "--only-binary=:all:", "--retries=1", "--timeout=15", "-r", requirements],
        capture_output=True, text=True)
    if done.returncode != 0:
        print(done.stdout[-2000:] + done.stderr[-2000:])
        skip("pip could not install " + requirements.name)
    stamp.write_text(wanted, encoding="ascii")

environment = {**os.environ, "PYTHONPATH": package, "PYTHONDONTWRITEBYTECODE": "1", "MYPY_CACHE_DIR": str(folder / "mypy")}
sys.exit(subprocess.run([python, "-m", "pytest", "-v", "-p", "no:cacheprovider", here], env=environment).returncode)
