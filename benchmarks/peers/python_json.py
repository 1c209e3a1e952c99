"""Python's json on one file: python_json.py FILE, the reading of the file included."""
import json
import resource
import sys
import time

start = time.perf_counter()
with open(sys.argv[1], "rb") as file:
    document = json.load(file)
took = time.perf_counter() - start
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(json.dumps({"work": "read", "seconds": took, "peak_kilobytes": peak}))
