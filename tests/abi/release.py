"""Makes what is there now the released interface: release.py LIBRARY

Copies the header and the schema into tests/abi/released, and writes openeom.abi, what abidw tells of the library, a
debug build by GCC 12 (dev, check-asan-ubsan). From then on the tests of this folder hold the interface to it. To be run
when a release is made, never to silence a test.
"""

import shutil
import sys

from binary import ROOT, interface

RELEASED = ROOT / "tests/abi/released"

told = interface(sys.argv[1])
shutil.copy(ROOT / "capi/include/openeom.h", RELEASED)
shutil.copy(ROOT / "capi/schema.json", RELEASED)
(RELEASED / "openeom.abi").write_text(told, encoding="utf-8")
