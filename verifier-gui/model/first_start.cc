// SPDX-License-Identifier: Apache-2.0
#include "verifier-gui/model/first_start.h"

#include <span>

#include "verifier-gui/model/text.h"

namespace sceau::gui {
namespace {

constexpr int kGroup = 4;
constexpr int kGroupsInLine = 8;

std::span<const std::uint8_t> spanOf(const QByteArray& bytes) {
  return {reinterpret_cast<const std::uint8_t*>(bytes.constData()),
          static_cast<std::size_t>(bytes.size())};
}

}  // namespace

QString inGroupsOfFour(const QString& digest) {
  QString text;
  for (qsizetype i = 0; i < digest.size(); i += kGroup) {
    if (i > 0)
      text += i % (qsizetype{kGroup} * kGroupsInLine) == 0 ? QLatin1Char('\n') : QLatin1Char(' ');
    text += digest.mid(i, kGroup);
  }
  return text;
}

TrustFileKind kindOfTrustFile(const QString& path) {
  const auto file = readTrustFile(path);
  if (!file.ok()) return TrustFileKind::kNone;
  const auto description = DescribeTrustFile(spanOf(*file));
  if (!description.ok()) return TrustFileKind::kNone;
  return description->bundle ? TrustFileKind::kBundle : TrustFileKind::kRoots;
}

absl::Status FirstStart::take(const QString& path) {
  auto file = readTrustFile(path);
  if (!file.ok()) return file.status();
  const auto description = DescribeTrustFile(spanOf(*file));
  if (!description.ok()) return description.status();
  if (description->bundle) {
    bundle_ = *std::move(file);
  } else {
    roots_ = *std::move(file);
    digest_ = fromUtf8(description->digest);
  }
  return absl::OkStatus();
}

QString FirstStart::fingerprint() const { return inGroupsOfFour(digest_); }

absl::Status FirstStart::accept(Instant now) {
  absl::Status status = hasBundle()
                            ? InstallFirstBundle(place_.state, spanOf(roots_), spanOf(bundle_), now)
                            : PinRoots(place_.state, spanOf(roots_));
  if (status.ok()) forget();
  return status;
}

void FirstStart::forget() {
  roots_.clear();
  bundle_.clear();
  digest_.clear();
}

}  // namespace sceau::gui
