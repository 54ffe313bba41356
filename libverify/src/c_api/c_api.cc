// SPDX-License-Identifier: Apache-2.0
// The C interface: handles around values of the C++ interface, and errors instead of exceptions.
#include <algorithm>
#include <chrono>
#include <cstring>
#include <memory>
#include <new>
#include <string>
#include <string_view>
#include <utility>

#include "base/bytes.h"
#include "base/status.h"
#include "c_api/options.h"
#include "sceau/inspect.h"
#include "sceau/sceau.h"
#include "sceau/trust.h"
#include "sceau/verify.h"
#include "sceau/version.h"

struct sceau_trust {
  explicit sceau_trust(sceau::Trust given) : trust(std::move(given)) {}
  sceau::Trust trust;
};
struct sceau_verifier {
  explicit sceau_verifier(sceau::Verifier given) : verifier(std::move(given)) {}
  sceau::Verifier verifier;
};
struct sceau_report {
  explicit sceau_report(sceau::Report given) : report(std::move(given)) {}
  sceau::Report report;
};
struct sceau_error {
  constexpr explicit sceau_error(sceau::Reason given) : reason(given) {}
  sceau_error(sceau::Reason given, const std::string& said)
      : reason(given), detail(std::make_unique<const std::string>(said)) {}
  sceau::Reason reason;
  std::unique_ptr<const std::string> detail;  // may be null
};

namespace sceau::c_api {
namespace {

// What is handed out when there is no memory for an error, or when a bug threw: never freed.
constinit sceau_error internal_error(Reason::kInternal);

// What the C++ interface calls usage, a question that cannot be read, is an option here.
Reason ReasonForCallers(const absl::Status& status) {
  const Reason reason = ReasonOf(status);
  return reason == Reason::kUsage ? Reason::kOptionsUnusable : reason;
}

// The value as a pointer of the caller's, or null and the error. `work` returns a StatusOr of a
// pointer that owns what it points to.
template <typename Work>
auto Answer(sceau_error** error, const Work& work) noexcept ->
    typename std::invoke_result_t<Work>::value_type::pointer {
  sceau_error* failed = &internal_error;
  try {
    auto done = work();
    if (done.ok()) {
      if (error != nullptr) *error = nullptr;
      return done->release();
    }
    failed = new sceau_error(ReasonForCallers(done.status()), DetailOf(done.status()));
  } catch (...) {  // out of memory, or our bug
    failed = &internal_error;
  }
  if (error != nullptr)
    *error = failed;
  else
    sceau_error_free(failed);
  return nullptr;
}

absl::Status Unusable(const char* what) { return Refuse(Reason::kOptionsUnusable, what); }

std::string TextOf(const char* text) { return text == nullptr ? std::string() : text; }

// At most one byte more than is allowed, so that nobody has us measure a text without end.
std::string_view JsonOf(const char* json) {
  if (json == nullptr) return "{}";
  return {json, ::strnlen(json, Limits{}.options_bytes + 1)};
}

absl::StatusOr<ByteSpan> DocumentOf(const void* document, std::size_t size) {
  if (document == nullptr && size != 0) return Unusable("document: null");
  return ByteSpan(static_cast<const std::uint8_t*>(document), size);
}

absl::StatusOr<Language> LanguageOf(int language) {
  if (language == SCEAU_FRENCH) return Language::kFrench;
  if (language == SCEAU_ENGLISH) return Language::kEnglish;
  return Unusable("language");
}

absl::StatusOr<NirDisplay> NirDisplayOf(int nir) {
  if (nir == SCEAU_NIR_MASKED) return NirDisplay::kMasked;
  if (nir == SCEAU_NIR_SHOWN) return NirDisplay::kShown;
  return Unusable("nir");
}

std::unique_ptr<char[]> CopyForCaller(const std::string& text) {
  auto copy = std::make_unique<char[]>(text.size() + 1);
  std::ranges::copy(text, copy.get());
  return copy;
}

std::unique_ptr<sceau_report> HandleOf(Report report) {
  return std::make_unique<sceau_report>(std::move(report));
}

// `verify` is one of the two ways to get at a document.
template <typename Verify>
absl::StatusOr<std::unique_ptr<sceau_report>> Judge(const char* question, const Verify& verify) {
  SCEAU_ASSIGN_OR_RETURN(AskedDocument asked, ParseQuestion(JsonOf(question)));
  SCEAU_ASSIGN_OR_RETURN(Report report, verify(asked.question));
  report.request_id = std::move(asked.request_id);
  return HandleOf(std::move(report));
}

}  // namespace
}  // namespace sceau::c_api

namespace api = sceau::c_api;

const char* sceau_version(void) { return sceau::Version().data(); }

sceau_trust* sceau_trust_open(const char* path, const char* state, sceau_error** error) {
  return api::Answer(error, [&]() -> absl::StatusOr<std::unique_ptr<sceau_trust>> {
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    SCEAU_ASSIGN_OR_RETURN(sceau::Trust trust,
                           sceau::OpenTrust(api::TextOf(path), api::TextOf(state), now));
    return std::make_unique<sceau_trust>(std::move(trust));
  });
}

void sceau_trust_free(sceau_trust* trust) { delete trust; }

sceau_verifier* sceau_verifier_open(const sceau_trust* trust, const char* options,
                                    sceau_error** error) {
  return api::Answer(error, [&]() -> absl::StatusOr<std::unique_ptr<sceau_verifier>> {
    if (trust == nullptr) return api::Unusable("trust: null");
    SCEAU_ASSIGN_OR_RETURN(sceau::VerifyOptions parsed, api::ParseOptions(api::JsonOf(options)));
    parsed.trust = trust->trust;
    SCEAU_ASSIGN_OR_RETURN(sceau::Verifier verifier, sceau::Verifier::Create(std::move(parsed)));
    return std::make_unique<sceau_verifier>(std::move(verifier));
  });
}

void sceau_verifier_free(sceau_verifier* verifier) { delete verifier; }

sceau_report* sceau_verify_bytes(const sceau_verifier* verifier, const void* document, size_t size,
                                 const char* name, const char* question, sceau_error** error) {
  return api::Answer(error, [&]() -> absl::StatusOr<std::unique_ptr<sceau_report>> {
    if (verifier == nullptr) return api::Unusable("verifier: null");
    SCEAU_ASSIGN_OR_RETURN(const sceau::ByteSpan bytes, api::DocumentOf(document, size));
    return api::Judge(question, [&](const sceau::Question& asked) {
      return verifier->verifier.VerifyBytes(bytes, api::TextOf(name), asked);
    });
  });
}

sceau_report* sceau_verify_file(const sceau_verifier* verifier, const char* path,
                                const char* question, sceau_error** error) {
  return api::Answer(error, [&]() -> absl::StatusOr<std::unique_ptr<sceau_report>> {
    if (verifier == nullptr) return api::Unusable("verifier: null");
    if (path == nullptr) return api::Unusable("path: null");
    return api::Judge(question, [&](const sceau::Question& asked) {
      return verifier->verifier.VerifyFile(path, asked);
    });
  });
}

sceau_report* sceau_report_ask_holder(const sceau_verifier* verifier, const sceau_report* report,
                                      const char* holder, sceau_error** error) {
  return api::Answer(error, [&]() -> absl::StatusOr<std::unique_ptr<sceau_report>> {
    if (verifier == nullptr) return api::Unusable("verifier: null");
    if (report == nullptr) return api::Unusable("report: null");
    SCEAU_ASSIGN_OR_RETURN(const sceau::ExpectedHolder expected,
                           api::ParseHolder(api::JsonOf(holder)));
    SCEAU_ASSIGN_OR_RETURN(sceau::Report asked,
                           verifier->verifier.AskHolder(report->report, expected));
    return api::HandleOf(std::move(asked));
  });
}

const char* sceau_report_verdict(const sceau_report* report) {
  return sceau::Name(report == nullptr ? sceau::Verdict::kUndetermined : report->report.verdict)
      .data();
}

const char* sceau_report_outcome(const sceau_report* report) {
  return sceau::Name(report == nullptr ? sceau::Outcome::kNotConfirmed : report->report.outcome)
      .data();
}

char* sceau_report_json(const sceau_report* report, int language, int nir, sceau_error** error) {
  return api::Answer(error, [&]() -> absl::StatusOr<std::unique_ptr<char[]>> {
    if (report == nullptr) return api::Unusable("report: null");
    SCEAU_ASSIGN_OR_RETURN(const sceau::Language words, api::LanguageOf(language));
    SCEAU_ASSIGN_OR_RETURN(const sceau::NirDisplay display, api::NirDisplayOf(nir));
    return api::CopyForCaller(sceau::ReportToJson(report->report, words, display));
  });
}

void sceau_report_free(sceau_report* report) { delete report; }

char* sceau_inspect_bytes(const void* document, size_t size, const char* name, int language,
                          sceau_error** error) {
  return api::Answer(error, [&]() -> absl::StatusOr<std::unique_ptr<char[]>> {
    SCEAU_ASSIGN_OR_RETURN(const sceau::ByteSpan bytes, api::DocumentOf(document, size));
    SCEAU_ASSIGN_OR_RETURN(const sceau::Language words, api::LanguageOf(language));
    return api::CopyForCaller(
        sceau::InspectionToJson(sceau::InspectBytes(bytes, api::TextOf(name)), words));
  });
}

void sceau_string_free(char* text) { delete[] text; }

const char* sceau_error_code(const sceau_error* error) {
  return error == nullptr ? "" : sceau::ReasonCode(error->reason).data();
}

const char* sceau_error_sentence(const sceau_error* error, int language) {
  if (error == nullptr) return "";
  const auto words =
      language == SCEAU_ENGLISH ? sceau::Language::kEnglish : sceau::Language::kFrench;
  return sceau::ReasonSentence(error->reason, words).data();
}

const char* sceau_error_detail(const sceau_error* error) {
  return error == nullptr || error->detail == nullptr ? "" : error->detail->c_str();
}

void sceau_error_free(sceau_error* error) {
  if (error != &api::internal_error) delete error;
}
