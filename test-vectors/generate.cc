// SPDX-License-Identifier: Apache-2.0
// sceau_generate_vectors FOLDER PART: writes the vectors of one part that are missing, the
// certificates that are, and the MANIFEST. ECDSA signatures differ each time they are made, so that
// what is there stays as it is: to make a file anew, delete it first. The vectors of a bundle
// belong to its files: delete all of them together.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <set>

#include "ad1_vectors.h"
#include "base/file.h"
#include "bundle_vectors.h"
#include "crypto/digest.h"
#include "hc1_vectors.h"
#include "rsa_issuer.h"
#include "scanner_vectors.h"
#include "two_d_doc_vectors.h"
#include "vds_vectors.h"

namespace sceau::vectors {
namespace {

namespace fs = std::filesystem;

void Write(const fs::path& path, const std::string& text) {
  fs::create_directories(path.parent_path());
  std::ofstream file(path, std::ios::binary);
  file << text;
  if (!file.good()) throw fs::filesystem_error("cannot write", path, std::error_code());
}

void WriteMissing(const fs::path& path, const std::string& text) {
  if (!fs::exists(path)) Write(path, text);
}

void WriteVectors(const fs::path& folder, const std::vector<Vector>& vectors) {
  std::set<fs::path> files;
  for (const Vector& vector : vectors) {
    const fs::path file = folder / (vector.name + ".json");
    WriteMissing(file, ToJson(vector).dump(1) + "\n");
    files.insert(file);
  }
  std::vector<fs::path> old;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (!files.contains(entry.path())) old.push_back(entry.path());
  }
  for (const fs::path& file : old) fs::remove(file);
}

// Seals may name a certificate by its digest, which includes a signature: one that is there counts.
crypto::Certificate WrittenOnce(const fs::path& path, const crypto::Certificate& made) {
  WriteMissing(path, made.ToPem());
  return crypto::Certificate::Parse(*ReadFile(path, std::size_t{1} << 20))->front();
}

void WriteTrust(const fs::path& folder, const std::vector<Issuer*>& issuers) {
  int number = 0;
  for (Issuer* issuer : issuers) {
    const fs::path path = folder / (std::to_string(++number) + ".pem");
    issuer->certificate = WrittenOnce(path, issuer->certificate);
  }
}

void WriteManifest(const fs::path& root) {
  std::vector<std::string> lines;
  for (const auto& entry : fs::recursive_directory_iterator(root)) {
    // Beside the folders stand the sources of this program.
    if (!entry.is_regular_file() || entry.path().parent_path() == root) continue;
    const auto bytes = ReadFile(entry.path(), std::size_t{1} << 20);
    lines.push_back(ToHex(crypto::Sha256(*bytes)) + "  " +
                    fs::relative(entry.path(), root).string());
  }
  std::sort(lines.begin(), lines.end(),
            [](const auto& a, const auto& b) { return a.substr(66) < b.substr(66); });
  std::string text = "count " + std::to_string(lines.size()) + "\n";
  for (const std::string& line : lines) text += line + "\n";
  Write(root / "MANIFEST", text);
}

// Both formats share issuers.
void GenerateAd1AndTwoDDoc(const fs::path& root) {
  const Issuer authority = MakeAuthority("FR99");
  TwoDDocIssuers two_d_doc{
      authority,
      MakeIssuer(crypto::Algorithm::kEs256, "Énergie de Fiction", "0001", &authority),
      MakeIssuer(crypto::Algorithm::kEs384, "Télécom de Fiction", "0384", &authority),
      MakeIssuer(crypto::Algorithm::kEs256, "Eau de Fiction", "0002", &authority),
      MakeIssuer(crypto::Algorithm::kEs256, "Gaz de Fiction", "0002", &authority),
      MakeIssuer(crypto::Algorithm::kEs256, "CERTIFICAT DE TEST", "0009", &authority)};
  Ad1Issuers ad1{MakeIssuer(crypto::Algorithm::kEs256, "CPAM de Fiction", "CPAM de Fiction"),
                 MakeIssuer(crypto::Algorithm::kEs384, "MSA de Fiction", "MSA de Fiction"),
                 MakeIssuer(crypto::Algorithm::kEdDsa, "CGSS de Fiction", "CGSS de Fiction"),
                 MakeIssuer(crypto::Algorithm::kEs256, "Caisse inconnue", "Caisse inconnue"),
                 two_d_doc.p256};
  WriteTrust(root / "trust/issuers", {&ad1.es256, &ad1.es384, &ad1.eddsa});
  WriteTrust(root / "trust/two-d-doc",
             {&two_d_doc.authority, &two_d_doc.p256, &two_d_doc.p384, &two_d_doc.shared_one,
              &two_d_doc.shared_two, &two_d_doc.test});
  BundleVectors bundle = MakeBundleVectors();
  WriteMissing(root / "trust/bundle/pinned.roots", std::string(AsText(bundle.roots)));
  WriteMissing(root / "trust/bundle/bundle.trust", std::string(AsText(bundle.bundle)));
  std::vector<Vector> ad1_vectors = MakeAd1Vectors(ad1);
  std::ranges::move(bundle.vectors, std::back_inserter(ad1_vectors));
  AddSpoiltAd1(ad1_vectors);
  WriteVectors(root / "ad1", ad1_vectors);
  std::vector<Vector> two_d_doc_vectors = MakeTwoDDocVectors(two_d_doc);
  AddSpoiltTwoDDoc(two_d_doc_vectors, two_d_doc.p256);
  WriteVectors(root / "2d-doc", two_d_doc_vectors);
}

constexpr std::size_t kBrainpoolP256 = 2;  // in VdsIssuers::on_state_curves

// Their files are numbered behind those of the other signers.
void WriteStateSigner(const fs::path& root, std::size_t index, StateSigner& signer) {
  constexpr std::size_t kOthers = 6;
  const std::string name = std::to_string(kOthers + index + 1) + ".pem";
  signer.certificate = WrittenOnce(root / "trust/vds" / name, signer.certificate);
}

void GenerateHc1(const fs::path& root) {
  const auto state = [](const std::string& name) {
    return MakeIssuer(crypto::Algorithm::kEs256, name, name);
  };
  Hc1Issuers issuers{state("État de Fiction"),
                     state("Autre État de Fiction"),
                     MakeIssuer(crypto::Algorithm::kEs384, "État de Fiction 384", "384"),
                     state("État inconnu"),
                     RsaCertificateDer("État de Fiction RSA"),
                     MakeVdsIssuers().on_state_curves.at(kBrainpoolP256)};
  WriteStateSigner(root, kBrainpoolP256, issuers.of_vds);
  const fs::path trust = root / "trust/hc1";
  WriteTrust(trust, {&issuers.state, &issuers.other});
  issuers.rsa_certificate_der =
      WrittenOnce(trust / "3.pem", *crypto::Certificate::ParseDer(issuers.rsa_certificate_der))
          .ToDer();
  issuers.p384.certificate = WrittenOnce(trust / "4.pem", issuers.p384.certificate);
  WriteVectors(root / "hc1", MakeHc1Vectors(issuers));
}

void GenerateVds(const fs::path& root) {
  VdsIssuers issuers = MakeVdsIssuers();
  WriteTrust(root / "trust/vds", {&issuers.authority, &issuers.p256, &issuers.p384,
                                  &issuers.shared_one, &issuers.shared_two, &issuers.uncertified});
  for (std::size_t i = 0; i < issuers.on_state_curves.size(); ++i)
    WriteStateSigner(root, i, issuers.on_state_curves[i]);
  WriteVectors(root / "vds", MakeVdsVectors(issuers));
}

struct Part {
  std::string_view name;
  void (*generate)(const fs::path& root);
};
constexpr Part kParts[] = {
    {"ad1", &GenerateAd1AndTwoDDoc}, {"hc1", &GenerateHc1}, {"vds", &GenerateVds}};

int Generate(const fs::path& root, std::string_view name) {
  const auto* part = std::ranges::find(kParts, name, &Part::name);
  if (part == std::end(kParts)) {
    std::cerr << "sceau_generate_vectors: no such part\n";
    return 2;
  }
  part->generate(root);
  WriteManifest(root);
  return EXIT_SUCCESS;
}

}  // namespace
}  // namespace sceau::vectors

int main(int argc, char** argv) try {
  if (argc != 3) {
    std::cerr << "usage: sceau_generate_vectors FOLDER PART\n";
    return 2;
  }
  return sceau::vectors::Generate(argv[1], argv[2]);
} catch (const std::exception& error) {
  std::cerr << "sceau_generate_vectors: " << error.what() << "\n";
  return 1;
}
