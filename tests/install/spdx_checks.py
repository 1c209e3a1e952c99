"""What an SPDX 2.3 document must hold, by the specification (its sections stand beside), and what ours must say."""
import hashlib
import json
import re

from shared import RELEASE, case

LICENCE = re.compile(r"^(NOASSERTION|NONE|[A-Za-z0-9.+-]+( (AND|OR|WITH) [A-Za-z0-9.+-]+)*)$")
LINKS = ("STATIC_LINK", "DYNAMIC_LINK", "DEPENDS_ON")
NEEDED = {  # what is mandatory in each
    "document": {"spdxVersion", "dataLicense", "SPDXID", "name", "documentNamespace", "creationInfo"},  # 6.1 to 6.9
    "package": {"name", "SPDXID", "downloadLocation"},  # 7.1, 7.2, 7.7
    "file": {"fileName", "SPDXID", "checksums"},  # 8.1, 8.2, 8.4
    "relationship": {"spdxElementId", "relationshipType", "relatedSpdxElement"},  # 11.1
}


def lacks(kind, element):
    return sorted(NEEDED[kind] - element.keys())


def structure(document):
    """What is wrong in it, by the specification."""
    wrong = [f"the document lacks {name}" for name in lacks("document", document)]
    if document["spdxVersion"] != "SPDX-2.3" or document["dataLicense"] != "CC0-1.0" or document["SPDXID"] != "SPDXRef-DOCUMENT":
        wrong.append("it is no SPDX 2.3")
    if not re.match(r"^[a-z]+:[^#\s]+$", document["documentNamespace"]):
        wrong.append("its namespace is no URI without a fragment")
    if not re.match(r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$", document["creationInfo"]["created"]):
        wrong.append("its time is not in the form wanted")
    if not all(re.match(r"^(Person|Organization|Tool): ", creator) for creator in document["creationInfo"]["creators"]):
        wrong.append("a creator is neither a person, an organisation nor a tool")
    known = ["SPDXRef-DOCUMENT"]
    for kind, elements in (("package", document["packages"]), ("file", document["files"])):
        for element in elements:
            wrong += [f"{element.get('SPDXID')} lacks {name}" for name in lacks(kind, element)]
            known.append(element["SPDXID"])
            if not re.match(r"^SPDXRef-[A-Za-z0-9.-]+$", element["SPDXID"]):
                wrong.append(f"{element['SPDXID']} is no identifier")
            if not LICENCE.match(element["licenseConcluded"]):
                wrong.append(f"{element['licenseConcluded']} is no licence")
            if element.get("filesAnalyzed", True) and kind == "package" and "packageVerificationCode" not in element:
                wrong.append(f"{element['SPDXID']} lacks its verification code")  # 7.9
            for checksum in element.get("checksums", []):
                length = {"SHA1": 40, "SHA256": 64}.get(checksum["algorithm"], 0)
                if not re.fullmatch(f"[0-9a-f]{{{length}}}", checksum["checksumValue"]):
                    wrong.append(f"{element['SPDXID']} has a malformed checksum")
            if kind == "file" and "SHA1" not in [checksum["algorithm"] for checksum in element["checksums"]]:
                wrong.append(f"{element['SPDXID']} lacks SHA1")
    wrong += [f"{name} is there twice" for name in set(known) if known.count(name) > 1]
    for relation in document["relationships"]:
        wrong += [f"a relationship lacks {name}" for name in lacks("relationship", relation)]
        wrong += [f"{end} is nowhere" for end in (relation["spdxElementId"], relation["relatedSpdxElement"]) if end not in known]
    if not [relation for relation in document["relationships"] if relation["relationshipType"] == "DESCRIBES"]:
        wrong.append("it describes nothing")
    return wrong


def check(name, artefact, files, linked, source=False):
    """`files` is what the artefact holds by path, `linked` how each library stands to it, by name."""
    document = json.loads(artefact.with_name(artefact.name + ".spdx.json").read_text(encoding="utf-8"))
    wrong = structure(document)
    case(f"{name}: its list is SPDX 2.3", not wrong, "\n".join(wrong[:5]))
    listed = {element["fileName"]: {c["algorithm"]: c["checksumValue"] for c in element["checksums"]} for element in document["files"]}
    there = {"./" + path.removeprefix("./"): {"SHA1": hashlib.sha1(content).hexdigest(), "SHA256": hashlib.sha256(content).hexdigest()}
             for path, content in files.items()}
    case(f"{name}: every file is listed with its digests", listed == there, str(listed.keys() ^ there.keys()))
    own = next(package for package in document["packages"] if package["SPDXID"] == "SPDXRef-Artefact")
    code = hashlib.sha1("".join(sorted(each["SHA1"] for each in there.values())).encode()).hexdigest()
    case(f"{name}: its own digests, version and verification code", own["versionInfo"] == RELEASE and own["packageFileName"] == artefact.name
         and {"algorithm": "SHA256", "checksumValue": hashlib.sha256(artefact.read_bytes()).hexdigest()} in own["checksums"]
         and own["packageVerificationCode"]["packageVerificationCodeValue"] == code)
    names = {package["SPDXID"]: package["name"] for package in document["packages"]}
    if source:
        found = {names.get(r["spdxElementId"]) for r in document["relationships"] if r["relationshipType"] == "BUILD_DEPENDENCY_OF"}
        case(f"{name}: what it is built with", {"Boost", "fmt", "simdjson", "libsodium", "utf8proc"} <= found, str(found))
    else:
        found = {names.get(r["relatedSpdxElement"]): r["relationshipType"] for r in document["relationships"] if r["relationshipType"] in LINKS}
        case(f"{name}: what is linked, and how", found == linked, str(found))
    versions = {package["name"]: package.get("versionInfo", "") for package in document["packages"]}
    case(f"{name}: every library has a version", all(re.match(r"^\d+\.\d+", version) for version in versions.values()), str(versions))
