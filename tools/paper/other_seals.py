# SPDX-License-Identifier: Apache-2.0
"""Seals for papers that are not our layout: 2D-Doc by an authority of its own, and attestations that name no layout."""
import base64
import datetime
import json

from sheet import output_of

BASE45 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"


def decode45(text):
    out = bytearray()
    for at in range(0, len(text), 3):
        digits = [BASE45.index(letter) for letter in text[at:at + 3]]
        number = sum(digit * 45 ** power for power, digit in enumerate(digits))
        out += number.to_bytes(len(digits) - 1, "big")
    return bytes(out)


def encode45(data):
    out = ""
    for at in range(0, len(data), 2):
        part = data[at:at + 2]
        number = int.from_bytes(part, "big")
        for _ in range(len(part) + 1):
            number, digit = divmod(number, 45)
            out += BASE45[digit]
    return out


def head(data, at):
    """Major type, argument, and where the content begins."""
    first = data[at]
    size = {24: 1, 25: 2, 26: 4, 27: 8}.get(first & 31, 0)
    value = int.from_bytes(data[at + 1:at + 1 + size], "big") if size else first & 31
    return first >> 5, value, at + 1 + size


def end_of(data, at):
    major, value, at = head(data, at)
    if major in (2, 3):
        return at + value
    for _ in range({4: value, 5: 2 * value, 6: 1}.get(major, 0)):
        at = end_of(data, at)
    return at


def without_layout(payload, key):
    """The claims map without `key`, of deterministic CBOR with fewer than 24 members."""
    members, at = [], 1
    while at < len(payload):
        value = end_of(payload, at)
        end = end_of(payload, value)
        if head(payload, at)[:2] != (0, key):
            members.append(payload[at:end])
        at = end
    return bytes([0xA0 | len(members)]) + b"".join(members)


def byte_string(data):
    size = len(data)
    return (bytes([0x40 | size]) if size < 24 else bytes([0x58, size]) if size < 256 else b"\x59" + size.to_bytes(2, "big")) + data


def signature(folder, key, data):
    (folder / "signed").write_bytes(data)
    der = output_of("openssl", "dgst", "-sha256", "-sign", key, folder / "signed")
    numbers, at = b"", 2
    for _ in range(2):
        size = der[at + 1]
        numbers += der[at + 2:at + 2 + size].lstrip(b"\0").rjust(32, b"\0")
        at += 2 + size
    return numbers


class Keys:
    """A fund's key as `sceau keygen` makes it, and an authority of 2D-Doc with one certificate."""

    def __init__(self, sceau, folder):
        self.sceau, self.folder, self.trust = sceau, folder, folder / "trust"
        self.trust.mkdir(parents=True, exist_ok=True)
        if not (self.trust / "fund.pem").exists():
            output_of(sceau, "keygen", "--organisation", "Caisse du banc", "--key", folder / "fund.key", "--cert", self.trust / "fund.pem",
                      "--no-passphrase")
            self.make_two_d_doc()

    def make_two_d_doc(self):
        ca, leaf = self.folder / "ca.key", self.folder / "leaf.key"
        for key in (ca, leaf):
            output_of("openssl", "genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out", key)
        output_of("openssl", "req", "-x509", "-new", "-key", ca, "-days", 3000, "-subj", "/C=FR/O=Autorite du banc/CN=FRB9", "-addext",
                  "basicConstraints=critical,CA:TRUE", "-addext", "keyUsage=critical,keyCertSign", "-out", self.trust / "ca.pem")
        output_of("openssl", "req", "-new", "-key", leaf, "-subj", "/C=FR/O=Emetteur du banc/CN=BNC1", "-out", self.folder / "leaf.csr")
        (self.folder / "ext").write_text("basicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature\n")
        output_of("openssl", "x509", "-req", "-in", self.folder / "leaf.csr", "-CA", self.trust / "ca.pem", "-CAkey", ca, "-days", 2000,
                  "-extfile", self.folder / "ext", "-out", self.trust / "leaf.pem")

    def two_d_doc(self, kind, fields):
        days = f"{(datetime.date.today() - datetime.date(2000, 1, 1)).days:04X}"
        text = f"DC04FRB9BNC1{days}{days}{kind}01FR" + "".join(fields)
        raw = signature(self.folder, self.folder / "leaf.key", text.encode())
        return (text + "\x1f" + base64.b32encode(raw).decode().rstrip("=")).encode(), "datamatrix"

    def attestation(self, claims):
        """As issued, but for the layout that it would name."""
        source, out, seal = (self.folder / name for name in ("claims.json", "out.pdf", "seal.txt"))
        source.write_text(json.dumps(claims), encoding="utf-8")
        for path in (out, seal):
            path.unlink(missing_ok=True)
        output_of(self.sceau, "issue", source, "--key", self.folder / "fund.key", "--cert", self.trust / "fund.pem", "--no-status",
                  "--allow-long-validity", "-o", out, "--seal-text", seal)
        message = decode45(seal.read_text().strip().removeprefix("AD1:"))
        at = 1 + (message[0] == 0xD2)  # behind the tag and the array
        ends = [at]
        for _ in range(4):
            ends.append(end_of(message, ends[-1]))
        protected = message[ends[0]:ends[1]]
        payload = message[head(message, ends[2])[2]:ends[3]]
        plain = byte_string(without_layout(payload, 8))
        raw = signature(self.folder, self.folder / "fund.key", b"\x84\x6aSignature1" + protected + b"\x40" + plain)
        return ("AD1:" + encode45(message[:ends[2]] + plain + byte_string(raw))).encode(), "qr"
