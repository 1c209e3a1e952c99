"""Writes what is inside an artefact as SPDX 2.3 (JSON): its files with their digests, and the libraries it is made with.

    spdx.py ARTEFACT DEPENDENCIES [-o FILE] [--source]

ARTEFACT      a .deb, .tar.gz, .zip or .whl
DEPENDENCIES  dependencies.json of the build that made it; cmake/spdx.cmake writes it
-o            where to; ARTEFACT.spdx.json where it is left out
--source      sources: the libraries are what it is built with, and nothing is linked

A library counts where the artefact holds a file of the part it goes into (the library or the command). It is linked
dynamically where a program inside asks the loader for it, else it is inside; an archive depends on it. The same artefact gives the same bytes;
SOURCE_DATE_EPOCH is the time written.
"""
import argparse
import datetime
import hashlib
import io
import json
import os
import pathlib
import re
import subprocess
import tarfile
import tempfile
import uuid
import zipfile

OURS = "Apache-2.0"
# Which files show that an artefact holds a part of ours.
PARTS = {
    "library": re.compile(r"(^|/)(libopeneom(_cpp)?\.(so|a|dylib)[\d.]*|(lib)?openeom(-\d+)?\.dll)$"),
    "command": re.compile(r"(^|/)bin/openeom(\.exe)?$"),
}


def read_tar(file):
    with tarfile.open(fileobj=file) as archive:
        for member in archive:
            if member.isfile():
                yield member.name, archive.extractfile(member).read()


def read(artefact):
    """Each file in it: (path, bytes)."""
    if artefact.suffix == ".deb":
        unpacked = subprocess.run(["dpkg-deb", "--fsys-tarfile", artefact], check=True, capture_output=True)
        return read_tar(io.BytesIO(unpacked.stdout))
    if artefact.suffix in (".zip", ".whl"):
        with zipfile.ZipFile(artefact) as archive:
            return [(name, archive.read(name)) for name in archive.namelist() if not name.endswith("/")]
    with artefact.open("rb") as file:
        return list(read_tar(file))


def asked_for(files):
    """The libraries that the programs inside ask the loader for; None where no program is inside."""
    names = None
    for _, content in files:
        if content.startswith((b"\x7fELF", b"MZ")):
            with tempfile.NamedTemporaryFile() as file:
                file.write(content)
                file.flush()
                shown = subprocess.run(["objdump", "-p", file.name], check=True, capture_output=True, text=True).stdout
            names = (names or set()) | set(re.findall(r"(?:NEEDED|DLL Name:)\s+(\S+)", shown))
    return names


def debian_package(file):
    """The Debian package that a file of the build came from: (name, version, architecture), or None."""
    try:
        owner = subprocess.run(["dpkg-query", "-S", os.path.realpath(file)], check=True, capture_output=True, text=True)
        name = owner.stdout.split(": ")[0]
        shown = subprocess.run(["dpkg-query", "-W", "-f", "${Package} ${Version} ${Architecture}", name], check=True,
                               capture_output=True, text=True)
        return shown.stdout.split(" ")
    except (OSError, subprocess.CalledProcessError):
        return None


def digests(content):
    return [{"algorithm": name.upper(), "checksumValue": hashlib.new(name, content).hexdigest()}
            for name in ("sha1", "sha256")]


def file_element(number, path, content):
    return {
        "SPDXID": f"SPDXRef-File-{number}",
        "fileName": "./" + path.removeprefix("./"),
        "checksums": digests(content),
        "licenseConcluded": OURS,
        "licenseInfoInFiles": ["NOASSERTION"],
        "copyrightText": "NOASSERTION",
    }


def library_element(library):
    element = {
        "SPDXID": "SPDXRef-" + re.sub(r"[^A-Za-z0-9.]+", "-", library["name"]),
        "name": library["name"],
        "versionInfo": library["version"],
        "downloadLocation": library["home"],
        "filesAnalyzed": False,
        "licenseConcluded": library["licence"],
        "licenseDeclared": library["licence"],
        "copyrightText": "NOASSERTION",
    }
    if found := debian_package(library["file"]):
        name, version, architecture = found
        element["externalRefs"] = [{
            "referenceCategory": "PACKAGE-MANAGER",
            "referenceType": "purl",
            "referenceLocator": f"pkg:deb/debian/{name}@{version.replace('+', '%2B').replace(':', '%3A')}?arch={architecture}",
        }]
    return element


def relation(library, own, source, loaded):
    """How a library stands to the artefact."""
    if source:
        return {"spdxElementId": own, "relationshipType": "BUILD_DEPENDENCY_OF", "relatedSpdxElement": "SPDXRef-Artefact"}
    if not library["loaded"]:
        kind = "STATIC_LINK"
    elif loaded is None:
        kind = "DEPENDS_ON"
    else:
        asked = re.compile(rf"(lib)?{re.escape(library['loaded'])}[-.\d]*\.(so|dll)")
        kind = "DYNAMIC_LINK" if any(map(asked.match, loaded)) else "STATIC_LINK"
    return {"spdxElementId": "SPDXRef-Artefact", "relationshipType": kind, "relatedSpdxElement": own}


def describe(artefact, built, source):
    files = sorted((path, content) for path, content in read(artefact))
    whole = artefact.read_bytes()
    elements = [file_element(number, path, content) for number, (path, content) in enumerate(files, 1)]
    parts = {part for part, pattern in PARTS.items() if any(pattern.search(path) for path, _ in files)}
    loaded = asked_for(files)
    libraries = [each for each in built["libraries"] if source or parts & set(each["part_of"])]
    verification = hashlib.sha1("".join(sorted(e["checksums"][0]["checksumValue"] for e in elements)).encode()).hexdigest()
    relations = [{"spdxElementId": "SPDXRef-DOCUMENT", "relationshipType": "DESCRIBES", "relatedSpdxElement": "SPDXRef-Artefact"}]
    relations += [{"spdxElementId": "SPDXRef-Artefact", "relationshipType": "CONTAINS", "relatedSpdxElement": e["SPDXID"]}
                  for e in elements]
    packages = [{
        "SPDXID": "SPDXRef-Artefact",
        "name": "openeom",
        "packageFileName": artefact.name,
        "versionInfo": built["version"],
        "downloadLocation": "NOASSERTION",
        "filesAnalyzed": True,
        "packageVerificationCode": {"packageVerificationCodeValue": verification},
        "checksums": digests(whole),
        "licenseConcluded": OURS,
        "licenseDeclared": OURS,
        "licenseInfoFromFiles": ["NOASSERTION"],
        "copyrightText": "NOASSERTION",
    }]
    for library in libraries:
        element = library_element(library)
        packages.append(element)
        relations.append(relation(library, element["SPDXID"], source, loaded))
    time = datetime.datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH") or artefact.stat().st_mtime), datetime.timezone.utc)
    return {
        "spdxVersion": "SPDX-2.3",
        "dataLicense": "CC0-1.0",
        "SPDXID": "SPDXRef-DOCUMENT",
        "name": artefact.name,
        "documentNamespace": uuid.uuid5(uuid.NAMESPACE_OID, hashlib.sha256(whole).hexdigest()).urn,
        "creationInfo": {"created": time.strftime("%Y-%m-%dT%H:%M:%SZ"), "creators": ["Organization: OpenEOM", "Tool: openeom-spdx.py"],
                         "comment": f"Compiled by {built['compiler']}." if not source else "Sources."},
        "packages": packages,
        "files": elements,
        "relationships": relations,
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("artefact", type=pathlib.Path)
    parser.add_argument("dependencies", type=pathlib.Path)
    parser.add_argument("-o", "--output", type=pathlib.Path)
    parser.add_argument("--source", action="store_true")
    given = parser.parse_args()
    described = describe(given.artefact, json.loads(given.dependencies.read_text(encoding="utf-8")), given.source)
    output = given.output or given.artefact.with_name(given.artefact.name + ".spdx.json")
    output.write_text(json.dumps(described, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
