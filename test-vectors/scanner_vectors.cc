// SPDX-License-Identifier: Apache-2.0
#include "scanner_vectors.h"

#include <algorithm>
#include <functional>

#include "codec/base32.h"
#include "seal/scanner/keyboards_testing.h"

namespace sceau::vectors {
namespace {

using seal::wedge::Setup;

constexpr std::size_t kUsToFrench = 0;
constexpr std::size_t kFrenchToUs = 1;
constexpr std::size_t kCapsLock = 2;

std::string Typed(std::string_view meant, std::size_t setup) {
  return *seal::wedge::Type(meant, seal::wedge::kSetups[setup]);
}

// A US scanner at a computer with the Swiss keyboard of the French-speaking part.
std::string TypedInGeneva(std::string_view meant) {
  using seal::wedge::kKeyboards;
  const auto named = [](std::string_view name) {
    return std::ranges::find(kKeyboards, name, &seal::wedge::Keyboard::name);
  };
  return *seal::wedge::TypeOn(meant, *named("us"), *named("ch-fr"));
}

std::string Replaced(std::string text, std::string_view what, std::string_view with) {
  for (std::size_t at = text.find(what); at != text.npos; at = text.find(what, at + with.size()))
    text.replace(at, what.size(), with);
  return text;
}

std::string WithLineBreakInSignature(std::string text) {
  return text.insert(text.size() - 50, "\r\n");
}

// Each separator by the function; what is not a separator stays.
std::string WithSeparators(std::string_view text, const std::function<std::string(char)>& write) {
  std::string out;
  for (const char c : text) out += c >= '\x1D' && c <= '\x1F' ? write(c) : std::string(1, c);
  return out;
}

class Spoiler {
 public:
  Spoiler(std::vector<Vector>& vectors, const std::string& name)
      : vectors_(vectors),
        good_(*std::ranges::find(vectors, name, &Vector::name)),
        text_(AsText(good_.payload)) {}

  const std::string& text() const { return text_; }

  // What was spoilt is repaired: the same answer, and a remark.
  void Accept(const std::string& name, const std::string& description, const std::string& text,
              const std::string& reason) {
    Vector& vector = Add("accept-scanner-" + name, description, text, good_.expected);
    vector.claims = good_.claims;
    vector.expected.reasons.push_back(reason);
  }

  void Leave(const std::string& name, const std::string& description, const std::string& text,
             std::vector<std::string> reasons) {
    Add("scanner-" + name, description, text,
        Unproven("undetermined", "not-checked", "malformed", std::move(reasons)));
  }

  void AcceptWhatBothFormatsSuffer() {
    Accept("set-to-us", "A US scanner at a French computer.", Typed(text_, kUsToFrench),
           "scanner.set-to-us");
    Accept("set-to-french", "A French scanner at a US computer.", Typed(text_, kFrenchToUs),
           "scanner.set-to-french");
    Accept("caps-lock", "Caps lock is on.", Typed(text_, kCapsLock), "scanner.caps-lock");
    Accept("frame", "An AIM identifier before, a tab after.", "]d2" + text_ + "\t",
           "scanner.frame");
    Accept("repeated", "The scanner sent the code twice.", text_ + "\r\n" + text_ + "\r\n",
           "scanner.repeated");
    Accept("line-breaks", "A line break within the signature.", WithLineBreakInSignature(text_),
           "scanner.line-breaks");
    Accept("foreign-keyboard", "A US scanner at a Swiss computer.", TypedInGeneva(text_),
           "scanner.foreign-keyboard");
    Accept("typography", "A mail program made every space one that does not break.",
           Replaced(text_, " ", "\u00A0"), "scanner.typography");
    Accept("prefix", "A date, a time and a name stand before the code.",
           "2026-11-20 10:22:31;Mme FICTION;" + text_, "scanner.frame");
    std::string bent = text_;
    char& character = bent[bent.size() - 70];
    character = character == 'A' ? 'B' : 'A';
    Leave("text-unproven",
          "One character of the signature is changed: what was typed proves nothing.", bent,
          {"scanner.text-unproven"});
    Leave("repair-unproven",
          "One character of the signature is changed, beside a line break in it.",
          WithLineBreakInSignature(bent), {"scanner.repair-unproven", "scanner.line-breaks"});
  }

 private:
  Vector& Add(const std::string& name, const std::string& description, const std::string& text,
              Expected expected) {
    Vector vector = good_;
    vector.name = name;
    vector.typed = true;
    vector.description = description;
    vector.payload = ToBytes(AsBytes(text));
    vector.intermediates = {};
    vector.claims = nullptr;
    vector.expected = std::move(expected);
    return vectors_.emplace_back(std::move(vector));
  }

  std::vector<Vector>& vectors_;
  const Vector good_;
  const std::string text_;
};

}  // namespace

void AddSpoiltAd1(std::vector<Vector>& vectors) {
  Spoiler attestation(vectors, "accept-one-person");
  attestation.AcceptWhatBothFormatsSuffer();
  std::string spoilt = attestation.text();
  spoilt.replace(3, 1, "\u0131");
  attestation.Leave("set-keyboard", "The colon was lost on a keyboard that nobody knows.", spoilt,
                    {"scanner.set-keyboard"});
}

void AddSpoiltTwoDDoc(std::vector<Vector>& vectors, const Issuer& issuer) {
  Spoiler invoice(vectors, "accept-version-04");
  invoice.AcceptWhatBothFormatsSuffer();
  const std::string& text = invoice.text();
  const std::string header = text.substr(0, 26);
  const auto sign = [&](const std::string& content) {
    return codec::EncodeBase32(*issuer.key.Sign(AsBytes(content)));
  };
  const auto caret = [](char c) { return std::string{'^', static_cast<char>(c + 0x40)}; };
  const auto nothing = [](char) { return std::string(); };
  invoice.Accept("separators-spelled", "Separators in caret notation.", WithSeparators(text, caret),
                 "scanner.separators-spelled");
  invoice.Leave("separators-lost", "A scanner dropped every separator, under a wrong keyboard.",
                Typed(WithSeparators(text, nothing), kUsToFrench),
                {"seal.separators-lost", "scanner.set-to-us"});
  std::string broken = text;
  broken.insert(broken.find("/ZOE"), "\n");
  invoice.Accept("line-break-in-value",
                 "A line break within a value: the signature tells it was added.", broken,
                 "scanner.line-breaks");
  broken[30] = 'X';
  invoice.Leave("ambiguous",
                "A line break within a value that is changed: added, or instead of a space?",
                broken, {"scanner.ambiguous"});
  const std::string fixed = header + "2499999" + "26FR";
  invoice.Accept("separators-restored", "Every separator dropped, of values that need none.",
                 fixed + sign(fixed), "scanner.separators-restored");
  vectors.back().claims["fields"] = {{"24", "99999"}, {"26", "FR"}};
  const std::string accents = header +
                              "10MME/L\xC9"
                              "FICTIF/ZO\xC9\x1D"
                              "26FR";
  invoice.Accept("text-encoding", "Latin-1 was signed, and UTF-8 typed.",
                 Replaced(accents, "\xC9", "\u00C9") + "\x1F" + sign(accents),
                 "scanner.text-encoding");
  vectors.back().claims = nullptr;
  const std::string other = header +
                            "10MME/FICTION/EVE\x1D"
                            "26FR";
  invoice.Accept("several-codes", "Two codes, one after the other: each is judged.",
                 text + "\r\n" + other + "\x1F" + sign(other) + "\r\n", "scanner.several-codes");
  vectors.back().claims = nullptr;
  vectors.back().codes = 2;
}

}  // namespace sceau::vectors
