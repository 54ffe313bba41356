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

constexpr qsizetype kDigits = 64;

// The digits of `text` where it is a fingerprint and nothing else.
QString digitsOf(const QString& text) {
  QString digits;
  for (const QChar letter : text.toLower()) {
    const bool isDigit = (letter >= QLatin1Char('0') && letter <= QLatin1Char('9')) ||
                         (letter >= QLatin1Char('a') && letter <= QLatin1Char('f'));
    if (isDigit) digits += letter;
    if (!isDigit && !letter.isSpace() && letter != QLatin1Char(':') && letter != QLatin1Char('-'))
      return {};
  }
  return digits.size() == kDigits ? digits : QString();
}

// What an American scanner presses on a French computer.
QString asFrenchKeysMeant(const QString& text) {
  static const QString typed = QStringLiteral("à&é\"'(-è_çqQ");
  static const QString meant = QStringLiteral("0123456789aA");
  QString out;
  for (const QChar letter : text) {
    const qsizetype place = typed.indexOf(letter);
    out += place < 0 ? letter : meant[place];
  }
  return out;
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

FingerprintMatch FirstStart::compare(const QString& text) const {
  if (!hasRoots()) return FingerprintMatch::kNone;
  QString digits = digitsOf(text);
  if (digits.isEmpty()) digits = digitsOf(asFrenchKeysMeant(text));
  if (digits.isEmpty()) return FingerprintMatch::kNone;
  return digits == digest_ ? FingerprintMatch::kSame : FingerprintMatch::kOther;
}

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
