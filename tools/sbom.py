"""What the program is made of: a software bill of materials in CycloneDX 1.6 (JSON), from Cargo.lock by way of `cargo metadata`.

    python3 tools/sbom.py > xiaoqi.cdx.json

Needs Python 3.9 or newer and cargo; no network where the crates are downloaded already. Only what goes into the program: neither the
tests' dependencies nor what other platforms would need (`--target all` for those). The same Cargo.lock gives the same bytes: there
is no time in it, and its serial number is made of its contents.
"""

import argparse
import hashlib
import json
import pathlib
import subprocess
import sys
import uuid


def metadata(target):
    command = ["cargo", "metadata", "--format-version", "1", "--locked"]
    if target != "all":
        command += ["--filter-platform", target]
    root = pathlib.Path(__file__).resolve().parent.parent
    return json.loads(subprocess.run(command, cwd=root, check=True, stdout=subprocess.PIPE).stdout), root


def checksums(root):
    """SHA-256 of each package's archive, by name and version, as Cargo.lock has them."""
    found, name, version = {}, None, None
    for line in (root / "Cargo.lock").read_text(encoding="utf-8").splitlines():
        key, _, value = line.partition(" = ")
        value = value.strip('"')
        if key == "name":
            name = value
        elif key == "version":
            version = value
        elif key == "checksum":
            found[name, version] = value
    return found


def built_from(graph, root_id):
    """Ids of what goes into the program, and who needs whom: normal and build dependencies, from the root on."""
    nodes = {node["id"]: node for node in graph["nodes"]}
    edges, waiting = {}, [root_id]
    while waiting:
        one = waiting.pop()
        if one in edges:
            continue
        kinds = lambda dep: {kind["kind"] for kind in dep["dep_kinds"]}
        edges[one] = sorted(dep["pkg"] for dep in nodes[one]["deps"] if kinds(dep) & {None, "build"})
        waiting += edges[one]
    return edges


def purl(package):
    return f"pkg:cargo/{package['name']}@{package['version']}"


def component(package, sums, kind="library"):
    made = {"type": kind, "bom-ref": purl(package), "name": package["name"], "version": package["version"]}
    if package.get("description"):
        made["description"] = " ".join(package["description"].split())
    checksum = sums.get((package["name"], package["version"]))
    if checksum:
        made["hashes"] = [{"alg": "SHA-256", "content": checksum}]
    if package.get("license"):
        # Older crates write MIT/Apache-2.0, which is no SPDX expression.
        expression = package["license"].replace(" / ", "/").replace("/", " OR ")
        made["licenses"] = [{"expression": expression}]
    made["purl"] = purl(package)
    if package.get("repository"):
        made["externalReferences"] = [{"type": "vcs", "url": package["repository"]}]
    return made


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--target", default="x86_64-unknown-linux-gnu", help="platform, or all")
    known, root = metadata(parser.parse_args().target)
    packages = {package["id"]: package for package in known["packages"]}
    root_id, sums = known["resolve"]["root"], checksums(root)
    edges = built_from(known["resolve"], root_id)
    parts = sorted((packages[one] for one in edges if one != root_id), key=purl)
    bom = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": component(packages[root_id], sums, "application")},
        "components": [component(package, sums) for package in parts],
        "dependencies": [
            {"ref": purl(packages[one]), "dependsOn": sorted({purl(packages[need]) for need in edges[one]})}
            for one in sorted(edges, key=lambda one: purl(packages[one]))
        ],
    }
    digest = hashlib.sha256(json.dumps(bom, sort_keys=True).encode()).digest()
    bom["serialNumber"] = f"urn:uuid:{uuid.UUID(bytes=digest[:16], version=4)}"
    json.dump(bom, sys.stdout, indent=2, ensure_ascii=False)
    print()


if __name__ == "__main__":
    main()
