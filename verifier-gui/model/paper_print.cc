// SPDX-License-Identifier: Apache-2.0
#include "verifier-gui/model/paper_print.h"

#include <QCryptographicHash>
#include <algorithm>

#include "sceau/render.h"

namespace sceau::gui {
namespace {

void addTo(QCryptographicHash& print, std::string_view text) {
  const auto size = static_cast<qsizetype>(text.size());
  print.addData(QByteArray::number(size) + ':');
  print.addData(QByteArrayView(text.data(), size));
}

void addTo(QCryptographicHash& print, const SealReport& seal) {
  addTo(print, seal.format);
  addTo(print, seal.issuer ? seal.issuer->key_id : "");
  for (const std::string_view axis : {Name(seal.axes.seal), Name(seal.axes.status),
                                      Name(seal.axes.rights), Name(seal.axes.freshness)})
    addTo(print, axis);
  if (!seal.claims) return;
  if (seal.claims->attestation)
    addTo(print, FormatDocumentId(seal.claims->attestation->document_id));
  for (const ClaimField& field : seal.claims->fields) addTo(print, field.value);
}

}  // namespace

bool isTold(const Report& report) {
  return !report.seals.empty() && std::ranges::all_of(report.seals, [](const SealReport& seal) {
    return seal.claims.has_value();
  });
}

QByteArray printOf(const Report& report) {
  QCryptographicHash print(QCryptographicHash::Sha256);
  for (const SealReport& seal : report.seals) addTo(print, seal);
  if (report.seals.empty()) {
    for (const OtherSymbol& other : report.others) addTo(print, other.kind);
  }
  return print.result();
}

PageSaid pageSaid(const Report& report) {
  PageSaid said = PageSaid::kNothing;
  for (const SealReport& seal : report.seals) {
    if (seal.axes.document == DocumentAxis::kAgrees) said = std::max(said, PageSaid::kAgrees);
    if (seal.axes.document == DocumentAxis::kDiffers) said = PageSaid::kDiffers;
  }
  return said;
}

}  // namespace sceau::gui
