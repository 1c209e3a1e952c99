"""The generator is a set of modules beside each other, as Python finds those of a program that it runs."""

import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "bindings/gen"))
