// SPDX-License-Identifier: Apache-2.0
#include "verify/pipeline.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "attestation/compare_holder.h"
#include "base/status.h"
#include "seal/registry.h"
#include "verify/add_evidence.h"
#include "verify/apply.h"
#include "verify/check_seal.h"
#include "verify/claims_axes.h"
#include "verify/compare_pages.h"
#include "verify/draw_page.h"
#include "verify/judge.h"
#include "verify/typed_text.h"

namespace sceau::verify {
namespace {

void JudgeSeal(const seal::Format& format, const Symbol& symbol, const Page& page,
               const Context& context, SealReport& report) {
  const auto parsed = seal::Parse(format, symbol.payload, context.limits);
  if (!parsed.ok()) {
    Apply(CheckedOf(parsed.status()), &Axes::seal, report);
    return;
  }
  const CheckedSignature checked = CheckSignature(*parsed, *context.trust);
  report.signature = checked.signature;
  Apply(checked, &Axes::seal, report);
  report.issuer = IssuerIdentity{parsed->key.text(), "", ""};
  if (checked.claimed != nullptr) {
    report.issuer->name = checked.claimed->name;
    report.issuer->authority = checked.claimed->authority;
  }
  if (checked.verified) JudgeClaims(*checked.verified, page, context, report);
}

// A code as it came, or as it was read again; nothing when it is not a seal.
std::optional<SealReport> JudgeText(const TypedText& typed, const Page& page,
                                    const Context& context) {
  const Symbol& symbol = typed.symbol;
  SealReport seal;
  seal.symbology = SymbologyName(symbol.symbology);
  seal.page = page.number;
  seal.corners = symbol.corners;
  if (!typed.format.empty()) {
    seal.format = typed.format;
    seal.axes.seal = SealAxis::kMalformed;
  } else if (const seal::Format* format = seal::DetectFormat(symbol.payload)) {
    seal.format = format->id;
    JudgeSeal(*format, symbol, page, context, seal);
  } else if (const seal::OtherKind kind = seal::NameOther(symbol.payload); kind.is_seal) {
    seal.format = kind.id;
    seal.axes.seal = SealAxis::kUnsupported;
    seal.reasons.push_back({Reason::kSealUnsupportedFormat, std::string(kind.id)});
  } else {
    return std::nullopt;
  }
  ApplyTyped(typed, seal);
  if (symbol.hidden) seal.reasons.push_back({Reason::kDocumentHiddenCode, ""});
  SetVerdict(seal, *context.policy);
  return seal;
}

void JudgeSymbol(const Symbol& symbol, const Page& page, const Context& context, Report& report) {
  const auto add = [&](std::optional<SealReport> seal, const Symbol& of) {
    if (seal) {
      report.seals.push_back(*std::move(seal));
    } else {
      report.others.push_back({std::string(seal::NameOther(of.payload).id),
                               std::string(SymbologyName(of.symbology)), page.number, of.corners});
    }
  };
  std::optional<SealReport> seal = JudgeText(AsItCame(symbol), page, context);
  if (!MayBeReadAgain(symbol, seal)) {
    add(std::move(seal), symbol);
    return;
  }
  for (const TypedText& typed : ReadAgain(symbol, *context.trust, context.limits))
    add(JudgeText(typed, page, context), typed.symbol);
}

std::vector<PagePreview> PreviewsOf(const isolation::ReadOutcome& read) {
  std::vector<PagePreview> previews;
  for (const isolation::Preview& preview : read.previews) {
    const auto page = std::ranges::find(read.content.pages, preview.page, &Page::number);
    if (page == read.content.pages.end()) continue;
    previews.push_back({preview.page, page->width, page->height, preview.image.width,
                        preview.image.height, preview.image.pixels});
  }
  return previews;
}

Report JudgeRead(const absl::StatusOr<isolation::ReadOutcome>& read, const std::string& name,
                 const Context& context, PageDrawer& drawer) {
  Report report = StartReport(name, context);
  if (!read.ok()) {
    report.reasons.push_back(FindingOf(read.status()));
    return report;
  }
  report.pages_read = static_cast<int>(read->content.pages.size());
  report.reasons = read->problems;
  for (const Page& page : read->content.pages) {
    for (const Symbol& symbol : page.symbols) JudgeSymbol(symbol, page, context, report);
  }
  ComparePages(read->content, *context.policy, drawer, report);
  // "No code" is said of pages that were all read; a problem says by itself why there may be one.
  const bool all_read = std::ranges::all_of(report.reasons, [](const Finding& finding) {
    return finding.reason == Reason::kDocumentAttachments;
  });
  if (report.seals.empty() && (all_read || !report.others.empty())) {
    report.reasons.push_back(
        {report.others.empty() ? Reason::kDocumentNoCode : Reason::kDocumentNoSeal, ""});
  }
  JudgeDocument(report);
  report.previews = PreviewsOf(*read);
  AddEvidence(read->content, context, drawer, report);
  return report;
}

}  // namespace

Report StartReport(const std::string& name, const Context& context) {
  Report report;
  report.file = name;
  report.date_of_care = context.date_of_care;
  report.verified_at = context.now;
  report.replayed = context.replay;
  report.trust = context.trust->bundle();
  const std::span<const Finding> remarks = context.trust->remarks();
  report.trust_remarks.assign(remarks.begin(), remarks.end());
  report.policy = context.policy->name;
  return report;
}

Report VerifyDocument(ByteSpan document, const std::string& name, const Context& context) {
  PageDrawer drawer(document, context);
  return JudgeRead(context.reader->Read(document, context.limits), name, context, drawer);
}

Report VerifyRead(const absl::StatusOr<isolation::ReadOutcome>& read, const std::string& name,
                  const Context& context) {
  PageDrawer drawer;
  return JudgeRead(read, name, context, drawer);
}

Report AskHolder(Report report, const ExpectedHolder& expected, const Policy& policy) {
  for (SealReport& seal : report.seals) {
    if (!seal.claims) continue;
    std::erase_if(seal.reasons, [](const Finding& finding) {
      return AreaOf(finding.reason) == ReasonArea::kHolder;
    });
    Apply(attestation::CompareHolder(expected, *seal.claims), &Axes::holder, seal);
    SetVerdict(seal, policy);
  }
  JudgeDocument(report);
  return report;
}

}  // namespace sceau::verify
