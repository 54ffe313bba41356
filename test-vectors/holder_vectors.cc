// SPDX-License-Identifier: Apache-2.0
#include "holder_vectors.h"

#include <string>
#include <utility>

#include "ad1_person.h"
#include "crypto/private_key.h"
#include "seal/ad1/encode.h"

namespace sceau::vectors {
namespace {

class HolderMaker {
 public:
  HolderMaker(const Issuer& issuer, std::vector<Vector>& vectors)
      : issuer_(issuer), vectors_(vectors) {}

  void AddHolders();
  void AddDependants();

 private:
  Vector& Add(std::string name, std::string description, const Attestation& attestation,
              Expected expected) {
    const auto parts = seal::ad1::Encode(attestation, Stated(issuer_), KeyIdOf(issuer_));
    const Bytes signature = *issuer_.key.Sign(parts.to_be_signed);
    Vector& vector = vectors_.emplace_back();
    vector.name = std::move(name);
    vector.description = std::move(description);
    vector.format = "ad1";
    vector.payload = ToBytes(AsBytes(seal::ad1::Assemble(parts, signature)));
    vector.expected = std::move(expected);
    vector.intermediates = {{"protected_header", ToHex(parts.protected_header)},
                            {"payload", ToHex(parts.payload)},
                            {"to_be_signed", ToHex(parts.to_be_signed)},
                            {"signature", ToHex(signature)}};
    return vector;
  }

  const Issuer& issuer_;
  std::vector<Vector>& vectors_;
};

// By what a Vitale card says: names, birth date, rank, and the number of the insured person.
void HolderMaker::AddDependants() {
  Attestation a = Person();
  a.dependants = {{"LEFÈVRE", "Léo", "20150230", 1},
                  {"MARTIN", "Lou", "20170304", 1},
                  {"MARTIN", "Zélie", "20170304", 2}};
  const auto ask = [&](const std::string& name, Json holder, const std::string& verdict,
                       const std::string& axis, std::vector<std::string> reasons) {
    reasons.insert(reasons.begin(), "status.not-offered");
    reasons.emplace_back("freshness.undated");
    Add("holder-dependant" + name, "The reader expects a child of the insured person.", a,
        {.verdict = verdict, .holder = axis, .reasons = std::move(reasons)})
        .holder = std::move(holder);
  };
  ask("",
      {{"name", "MARTIN Zélie"},
       {"born", "04/03/2017"},
       {"rank", "2"},
       {"insured_nir", "2 84 05 88 321 025 32"}},
      "valid", "matches", {"holder.dependant"});
  ask("-other-nir", {{"name", "LEFÈVRE Léo"}, {"nir", "2 94 03 75 120 005 91"}}, "undetermined",
      "close", {"holder.not-in-seal", "holder.dependant"});
  ask("-other-family", {{"name", "LEFÈVRE Léo"}, {"insured_nir", "2 94 03 75 120 005 91"}},
      "invalid", "differs", {"holder.name-differs", "holder.nir-differs"});
}

void HolderMaker::AddHolders() {
  const auto ask = [&](const std::string& name, Json holder, const std::string& axis,
                       std::vector<std::string> reasons) {
    Attestation a = Person();
    a.holder.name_in_use = "MOREAU";
    reasons.insert(reasons.begin(), "status.not-offered");
    reasons.emplace_back("freshness.undated");
    const std::string verdict = axis == "matches"   ? "valid"
                                : axis == "differs" ? "invalid"
                                                    : "undetermined";
    Add("holder-" + name, "The reader expects someone.", a,
        {.verdict = verdict, .holder = axis, .reasons = std::move(reasons)})
        .holder = std::move(holder);
  };
  ask("matches",
      {{"name", "LEFÈVRE Zoé Anne-Marie"},
       {"born", "1984-05-12"},
       {"nir", "2 84 05 88 321 025 32"}},
      "matches", {});
  ask("transliterated", {{"name", "LEFEVRE Zoe Anne Marie"}}, "matches",
      {"holder.name-transliterated"});
  ask("name-in-use", {{"name", "MOREAU Zoé Anne-Marie"}}, "matches", {"holder.name-in-use"});
  ask("name-differs", {{"name", "DURAND Luc"}}, "differs", {"holder.name-differs"});
  ask("birth-date-differs", {{"born", "1984-05-13"}}, "differs", {"holder.birth-date-differs"});
  ask("nir-differs", {{"nir", "2 94 03 75 120 005 91"}}, "differs", {"holder.nir-differs"});
  ask("name-close", {{"name", "LEFÈVRES Zoé"}}, "close", {"holder.name-close"});
  ask("name-married", {{"name", "Mme MOREAU née LEFEVRE Zoé"}}, "matches",
      {"holder.name-in-use", "holder.name-transliterated"});
  ask("usual-given-name", {{"name", "LEFÈVRE Anne-Marie"}}, "matches",
      {"holder.given-names-incomplete"});
  ask("more-given-names", {{"name", "LEFÈVRE Zoé Anne-Marie Louise"}}, "matches",
      {"holder.given-names-incomplete"});
  ask("birth-date-day-first", {{"born", "12051984"}}, "matches", {});
  ask("birth-year-alone", {{"born", "1984"}}, "matches", {"holder.birth-date-partial"});
  ask("birth-rank-differs", {{"name", "LEFÈVRE Zoé"}, {"rank", "2"}}, "differs",
      {"holder.birth-rank-differs"});
  AddDependants();

  Attestation a = Person();
  a.holder.birth_name = "MÜLLER";
  Add("holder-german-spelling", "A card spells the name without its marks.", a,
      {.holder = "matches",
       .reasons = {"status.not-offered", "holder.name-transliterated", "freshness.undated"}})
      .holder = {{"name", "MUELLER<<ZOE<ANNE<MARIE<<<<<<"}};
  a.holder.birth_name = "MARTIN PAUL";
  a.holder.given_names = "Jean";
  Add("holder-double-name-alone", "Without given names, the second name may be one.", a,
      {.verdict = "undetermined",
       .holder = "close",
       .reasons = {"status.not-offered", "holder.name-close", "freshness.undated"}})
      .holder = {{"name", "MARTIN PAUL"}};
  a = Person();
  a.holder.birth_date = "19500231";
  Add("holder-lunar-date", "A program sends 1 January for a day that our calendar lacks.", a,
      {.holder = "matches",
       .reasons = {"status.not-offered", "holder.birth-date-partial", "freshness.undated"}})
      .holder = {{"born", "01/01/1950"}};
  a = Person();
  a.holder.nir.reset();
  Add("holder-not-in-seal", "The NIR is asked for and the seal has none.", a,
      {.verdict = "undetermined",
       .holder = "not-run",
       .reasons = {"status.not-offered", "holder.not-in-seal", "freshness.undated"}})
      .holder = {{"nir", "2 84 05 88 321 025 32"}};
}

}  // namespace

void AddHolderVectors(const Issuer& issuer, std::vector<Vector>& vectors) {
  HolderMaker maker(issuer, vectors);
  maker.AddHolders();
}

}  // namespace sceau::vectors
