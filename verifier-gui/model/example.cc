// SPDX-License-Identifier: Apache-2.0
#include "verifier-gui/model/example.h"

#include <QFile>
#include <QTemporaryDir>
#include <span>
#include <utility>

#include "sceau/error.h"
#include "verifier-gui/model/text.h"

namespace sceau::gui {
namespace {

// On which testing/make_example.sh was run.
constexpr auto kExampleDay = "2026-12-01T20:00:00Z";

QByteArray resourceOf(const char* name) {
  QFile file(QStringLiteral(":/example/") + QLatin1String(name));
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::span<const std::uint8_t> contentOf(const QByteArray& bytes) {
  return {reinterpret_cast<const std::uint8_t*>(bytes.constData()),
          static_cast<std::size_t>(bytes.size())};
}

}  // namespace

QByteArray exampleDocument() { return resourceOf("example.pdf"); }

absl::StatusOr<std::shared_ptr<const Verifier>> makeExampleVerifier() {
  const QTemporaryDir scratch;
  if (!scratch.isValid()) return Refuse(Reason::kTrustStateUnusable);
  const std::string state = scratch.filePath(QStringLiteral("trust")).toStdString();
  const auto now = [] { return *ParseIsoInstant(kExampleDay); };
  const absl::Status installed = InstallFirstBundle(state, contentOf(resourceOf("example.roots")),
                                                    contentOf(resourceOf("example.trust")), now());
  if (!installed.ok()) return installed;
  VerifyOptions options;
  auto trust = LoadInstalledTrust(state);
  if (!trust.ok()) return trust.status();
  options.trust = *std::move(trust);
  options.now = now;
  options.previews = true;
  auto verifier = Verifier::Create(std::move(options));
  if (!verifier.ok()) return verifier.status();
  return std::make_shared<const Verifier>(*std::move(verifier));
}

}  // namespace sceau::gui
