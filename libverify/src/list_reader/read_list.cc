// SPDX-License-Identifier: Apache-2.0
#include "list_reader/read_list.h"

#include <algorithm>
#include <utility>

#include "base/status.h"
#include "list_reader/check_signature.h"
#include "list_reader/fields.h"
#include "list_reader/xml_document.h"

namespace sceau::list_reader {
namespace {

using isolation::StatusPeriod;
using isolation::TrustedList;
using isolation::TrustService;

// A provider's name is repeated with each of its services.
absl::StatusOr<std::string> Bounded(absl::StatusOr<std::string> text, const Limits& limits) {
  if (text.ok() && text->size() > limits.etsi_text_bytes)
    return Refuse(Reason::kTrustEtsiTooLarge, "text");
  return text;
}

absl::StatusOr<StatusPeriod> ReadPeriod(const xmlNode* element, const Limits& limits) {
  SCEAU_ASSIGN_OR_RETURN(std::string status, Bounded(ReadText(element, "ServiceStatus"), limits));
  SCEAU_ASSIGN_OR_RETURN(const Instant from, ReadInstant(element, "StatusStartingTime"));
  return StatusPeriod{std::move(status), from};
}

absl::Status ReadHistory(const xmlNode* element, TrustService& service, const Limits& limits) {
  const std::vector<xmlNode*> histories = Children(element, kListNamespace, "ServiceHistory");
  if (histories.size() > 1) return Refuse(Reason::kTrustEtsiMalformed, "ServiceHistory");
  for (const xmlNode* history : histories) {
    for (const xmlNode* old : Children(history, kListNamespace, "ServiceHistoryInstance")) {
      if (std::cmp_greater_equal(service.periods.size(), limits.etsi_periods)) {
        return Refuse(Reason::kTrustEtsiTooLarge, "periods of a service");
      }
      SCEAU_ASSIGN_OR_RETURN(StatusPeriod period, ReadPeriod(old, limits));
      service.periods.push_back(std::move(period));
    }
  }
  std::ranges::stable_sort(service.periods, std::ranges::greater(), &StatusPeriod::from);
  return absl::OkStatus();
}

// Whether it is a certificate is for the library to find out.
Bytes ReadCertificate(const xmlNode* element, const Limits& limits) {
  auto der = DecodeBase64(TextOf(element).value_or(""));
  return der && der->size() <= limits.certificate_bytes ? *std::move(der) : Bytes();
}

absl::StatusOr<TrustService> ReadService(const xmlNode* element, const std::string& provider,
                                         const Limits& limits) {
  const xmlNode* info = OnlyChild(element, kListNamespace, "ServiceInformation");
  if (info == nullptr) return Refuse(Reason::kTrustEtsiMalformed, "ServiceInformation");
  TrustService service{
      .provider = provider, .name = {}, .type = {}, .periods = {}, .certificates = {}};
  SCEAU_ASSIGN_OR_RETURN(service.name, Bounded(ReadName(info, "ServiceName"), limits));
  SCEAU_ASSIGN_OR_RETURN(service.type, Bounded(ReadText(info, "ServiceTypeIdentifier"), limits));
  SCEAU_ASSIGN_OR_RETURN(StatusPeriod current, ReadPeriod(info, limits));
  service.periods.push_back(std::move(current));
  SCEAU_RETURN_IF_ERROR(ReadHistory(element, service, limits));
  const xmlNode* identity = OnlyChild(info, kListNamespace, "ServiceDigitalIdentity");
  if (identity == nullptr) return Refuse(Reason::kTrustEtsiMalformed, "ServiceDigitalIdentity");
  for (const xmlNode* id : Children(identity, kListNamespace, "DigitalId")) {
    for (const xmlNode* one : Children(id, kListNamespace, "X509Certificate")) {
      if (std::cmp_greater_equal(service.certificates.size(), limits.etsi_identities)) {
        return Refuse(Reason::kTrustEtsiTooLarge, "certificates of a service");
      }
      service.certificates.push_back(ReadCertificate(one, limits));
    }
  }
  return service;
}

absl::Status ReadProvider(const xmlNode* element, TrustedList& list, const Limits& limits) {
  const xmlNode* info = OnlyChild(element, kListNamespace, "TSPInformation");
  const xmlNode* services = OnlyChild(element, kListNamespace, "TSPServices");
  if (info == nullptr || services == nullptr) {
    return Refuse(Reason::kTrustEtsiMalformed, "TrustServiceProvider");
  }
  SCEAU_ASSIGN_OR_RETURN(const std::string provider, Bounded(ReadName(info, "TSPName"), limits));
  for (const xmlNode* one : Children(services, kListNamespace, "TSPService")) {
    if (std::cmp_greater_equal(list.services.size(), limits.etsi_services)) {
      return Refuse(Reason::kTrustEtsiTooLarge, "services");
    }
    SCEAU_ASSIGN_OR_RETURN(TrustService service, ReadService(one, provider, limits));
    list.services.push_back(std::move(service));
  }
  return absl::OkStatus();
}

absl::StatusOr<TrustedList> ReadScheme(const xmlNode* root, const Limits& limits) {
  const xmlNode* scheme = OnlyChild(root, kListNamespace, "SchemeInformation");
  if (scheme == nullptr) return Refuse(Reason::kTrustEtsiMalformed, "SchemeInformation");
  SCEAU_ASSIGN_OR_RETURN(const std::uint64_t version, ReadNumber(scheme, "TSLVersionIdentifier"));
  if (version != 5 && version != 6) return Refuse(Reason::kTrustEtsiMalformed, "version");
  TrustedList list;
  SCEAU_ASSIGN_OR_RETURN(list.sequence_number, ReadNumber(scheme, "TSLSequenceNumber"));
  SCEAU_ASSIGN_OR_RETURN(list.scheme_operator,
                         Bounded(ReadName(scheme, "SchemeOperatorName"), limits));
  SCEAU_ASSIGN_OR_RETURN(list.territory, Bounded(ReadText(scheme, "SchemeTerritory"), limits));
  SCEAU_ASSIGN_OR_RETURN(list.issued, ReadInstant(scheme, "ListIssueDateTime"));
  const xmlNode* next = OnlyChild(scheme, kListNamespace, "NextUpdate");
  if (next == nullptr) return Refuse(Reason::kTrustEtsiMalformed, "NextUpdate");
  if (!Children(next).empty()) {
    SCEAU_ASSIGN_OR_RETURN(list.next_update, ReadInstant(next, "dateTime"));
  }
  return list;
}

}  // namespace

absl::StatusOr<TrustedList> ReadList(ByteSpan xml, const crypto::Certificate& signer,
                                     const Limits& limits) {
  SCEAU_ASSIGN_OR_RETURN(const XmlDocument document, ParseXml(xml, limits));
  const xmlNode* root = xmlDocGetRootElement(document.get());
  if (!IsElement(root, kListNamespace, "TrustServiceStatusList")) {
    return Refuse(Reason::kTrustEtsiMalformed, "root element");
  }
  SCEAU_RETURN_IF_ERROR(CheckSignature(document.get(), signer));
  SCEAU_ASSIGN_OR_RETURN(TrustedList list, ReadScheme(root, limits));
  const auto providers = Children(root, kListNamespace, "TrustServiceProviderList");
  if (providers.size() > 1) {
    return Refuse(Reason::kTrustEtsiMalformed, "TrustServiceProviderList");
  }
  for (const xmlNode* all : providers) {
    for (const xmlNode* one : Children(all, kListNamespace, "TrustServiceProvider")) {
      SCEAU_RETURN_IF_ERROR(ReadProvider(one, list, limits));
    }
  }
  return list;
}

}  // namespace sceau::list_reader
