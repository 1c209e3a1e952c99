"""Gunicorn, which loads the application once and forks its workers from that."""

import concurrent.futures
import http.client
import os
import pathlib
import signal
import socket
import subprocess
import sys
import tempfile
import time

import application
import pytest

HERE = pathlib.Path(__file__).parent
PATHS = ("/", "/document", "/decisions", "/table", "/edit")


class Local(http.client.HTTPConnection):
    """HTTP through a socket in the file system."""

    def __init__(self, path):
        super().__init__("localhost", timeout=60)
        self._path = path

    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.sock.settimeout(60)
        self.sock.connect(self._path)


def get(path, place):
    connection = Local(path)
    try:
        connection.request("GET", place)
        response = connection.getresponse()
        return place, response.status, response.getheader("X-Worker"), response.getheader("X-Loaded-By"), response.read().decode()
    finally:
        connection.close()


@pytest.mark.parametrize("threads", [1, 4])
def test_a_preloaded_application_in_its_workers(threads):
    """Workers are replaced after a few requests, so that they end with live objects while the test runs."""
    with tempfile.TemporaryDirectory() as folder:
        path, log = os.path.join(folder, "socket"), os.path.join(folder, "log")
        command = [sys.executable, "-m", "gunicorn", "--preload", "--workers=2", f"--threads={threads}", "--no-control-socket"]
        command += ["--max-requests=15", f"--bind=unix:{path}", f"--log-file={log}", f"--worker-tmp-dir={folder}", "application:application"]
        with open(os.path.join(folder, "output"), "w+b") as output:
            server = subprocess.Popen(command, cwd=HERE, stdout=output, stderr=output)
            try:
                until = time.monotonic() + 60
                while not os.path.exists(path) and server.poll() is None and time.monotonic() < until:
                    time.sleep(0.05)
                with concurrent.futures.ThreadPoolExecutor(8) as pool:
                    found = list(pool.map(get, [path] * 60, PATHS * 12))
            finally:
                server.send_signal(signal.SIGTERM)
                status = server.wait(60)
            output.seek(0)
            printed = output.read().decode()
        said = pathlib.Path(log).read_text(encoding="utf-8")
    expected = {place: application.answer(place) for place in PATHS}
    assert [each for each in found if each[1] != 200] == [], said
    assert all(body == expected[place] for place, _, _, _, body in found)
    loaded_by, workers = {each[3] for each in found}, {each[2] for each in found}
    assert loaded_by == {str(server.pid)} and len(workers) > 2 and not workers & loaded_by, (loaded_by, workers)
    assert status == 0 and "Traceback" not in said and "SIG" not in said.replace("SIGTERM", ""), said
    assert printed == ""
