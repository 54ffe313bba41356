# SPDX-License-Identifier: Apache-2.0
"""Documents to verify, issued by the command of the build under test. The people are fictitious."""
import datetime
import json
import pathlib
import subprocess

import pytest

import sceau

SOURCE = pathlib.Path(__file__).resolve().parents[2]
TODAY = datetime.date.today()
NIR = "284052A32102552"
CLAIMS = {
    "valid_from": TODAY.isoformat(),
    "valid_until": (TODAY + datetime.timedelta(days=90)).isoformat(),
    "holder": {"birth_name": "DURAND", "given_names": "Zoé Anne", "birth_date": "19840512", "nir": NIR},
    "fund": {"code": "017510000", "name": "Caisse d'essai"},
    "rights": [{"kind": "base", "from": (TODAY - datetime.timedelta(days=400)).isoformat()}],
}


def pytest_addoption(parser):
    parser.addoption("--library", required=True, help="libsceau.so of the build, by an absolute path")
    parser.addoption("--sceau", required=True, help="the command of the build")


def pytest_configure(config):
    sceau.load_library(config.getoption("--library"))


class Issued:
    """One attestation as a page and as the text of its seal, and the folder that trusts its issuer."""

    def __init__(self, command, folder):
        self.folder, self.trust_folder = folder, folder / "confiance"
        self.trust_folder.mkdir()
        key, certificate, claims = folder / "key.pem", self.trust_folder / "fund.pem", folder / "claims.json"
        claims.write_text(json.dumps(CLAIMS), encoding="utf-8")
        self.pdf, self.text = folder / "attestation.pdf", folder / "seal.txt"
        for arguments in (["keygen", "--organisation", "Caisse d'essai", "--key", key, "--cert", certificate, "--no-passphrase"],
                          ["issue", claims, "--key", key, "--cert", certificate, "--no-status", "-o", self.pdf,
                           "--seal-text", self.text]):
            subprocess.run([command, *map(str, arguments)], check=True, capture_output=True)


@pytest.fixture(scope="session")
def issued(request, tmp_path_factory):
    return Issued(request.config.getoption("--sceau"), tmp_path_factory.mktemp("issued"))


@pytest.fixture(scope="session")
def trust(issued):
    return sceau.Trust.open(issued.trust_folder)
