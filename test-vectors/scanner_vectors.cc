// SPDX-License-Identifier: Apache-2.0
#include "scanner_vectors.h"

#include <algorithm>
#include <functional>

#include "codec/base32.h"
#include "seal/scanner/wedge_testing.h"

namespace sceau::vectors {
namespace {

using seal::wedge::Setup;

constexpr std::size_t kUsToFrench = 0;
constexpr std::size_t kFrenchToUs = 1;
constexpr std::size_t kCapsLock = 2;

std::string Typed(std::string_view meant, std::size_t setup) {
  return *seal::wedge::Type(meant, seal::wedge::kSetups[setup]);
}

// Each separator by the function; what is no separator stays.
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
    std::string broken = text_;
    broken.insert(broken.size() - 50, "\r\n");
    Accept("line-breaks", "A line break within the signature.", broken, "scanner.line-breaks");
  }

 private:
  Vector& Add(const std::string& name, const std::string& description, const std::string& text,
              Expected expected) {
    Vector vector = good_;
    vector.name = name;
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
  Spoiler(vectors, "accept-one-person").AcceptWhatBothFormatsSuffer();
}

void AddSpoiltTwoDDoc(std::vector<Vector>& vectors, const Issuer& issuer) {
  Spoiler invoice(vectors, "accept-version-04");
  invoice.AcceptWhatBothFormatsSuffer();
  const std::string& text = invoice.text();
  const auto caret = [](char c) { return std::string{'^', static_cast<char>(c + 0x40)}; };
  const auto nothing = [](char) { return std::string(); };
  invoice.Accept("separators-spelled", "Separators in caret notation.", WithSeparators(text, caret),
                 "scanner.separators-spelled");
  std::string bent = text;
  bent[30] = 'X';
  invoice.Leave("repair-unproven", "One character is changed, under a wrong keyboard.",
                Typed(bent, kUsToFrench), {"scanner.repair-unproven", "scanner.set-to-us"});
  invoice.Leave("separators-lost", "A scanner dropped every separator, under a wrong keyboard.",
                Typed(WithSeparators(text, nothing), kUsToFrench),
                {"seal.separators-lost", "scanner.set-to-us"});
  std::string broken = text;
  broken.insert(broken.find("/ZOE"), "\n");
  invoice.Leave("ambiguous", "A line break within a value: added, or instead of a space?", broken,
                {"scanner.ambiguous"});
  const std::string fixed = text.substr(0, 26) + "2499999" + "26FR";
  const std::string signature = codec::EncodeBase32(*issuer.key.Sign(AsBytes(fixed)));
  invoice.Accept("separators-restored", "Every separator dropped, of values that need none.",
                 fixed + signature, "scanner.separators-restored");
  vectors.back().claims["fields"] = {{"24", "99999"}, {"26", "FR"}};
}

}  // namespace sceau::vectors
