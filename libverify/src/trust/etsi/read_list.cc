// SPDX-License-Identifier: Apache-2.0
#include "trust/etsi/read_list.h"

#include <algorithm>
#include <utility>

#include "base/status.h"
#include "trust/etsi/check_signature.h"
#include "trust/etsi/fields.h"
#include "trust/etsi/xml_document.h"

namespace sceau::trust::etsi {
namespace {

absl::StatusOr<StatusPeriod> ReadPeriod(const xmlNode* element) {
  SCEAU_ASSIGN_OR_RETURN(std::string status, ReadText(element, "ServiceStatus"));
  SCEAU_ASSIGN_OR_RETURN(const Instant from, ReadInstant(element, "StatusStartingTime"));
  return StatusPeriod{std::move(status), from};
}

absl::Status ReadHistory(const xmlNode* element, Service& service, const Limits& limits) {
  const std::vector<xmlNode*> histories = Children(element, kListNamespace, "ServiceHistory");
  if (histories.size() > 1) return Refuse(Reason::kTrustEtsiMalformed, "ServiceHistory");
  for (const xmlNode* history : histories) {
    for (const xmlNode* old : Children(history, kListNamespace, "ServiceHistoryInstance")) {
      if (std::cmp_greater_equal(service.periods.size(), limits.etsi_periods)) {
        return Refuse(Reason::kTrustEtsiTooLarge, "periods of a service");
      }
      SCEAU_ASSIGN_OR_RETURN(StatusPeriod period, ReadPeriod(old));
      service.periods.push_back(std::move(period));
    }
  }
  std::ranges::stable_sort(service.periods, std::ranges::greater(), &StatusPeriod::from);
  return absl::OkStatus();
}

Identity ReadIdentity(const xmlNode* element) {
  const auto der = DecodeBase64(TextOf(element).value_or(""));
  if (!der) return {std::nullopt, "not Base64"};
  auto certificate = crypto::Certificate::ParseDer(*der);
  if (!certificate.ok()) return {std::nullopt, DetailOf(certificate.status())};
  return {*std::move(certificate), ""};
}

absl::StatusOr<Service> ReadService(const xmlNode* element, const std::string& provider,
                                    const Limits& limits) {
  const xmlNode* info = OnlyChild(element, kListNamespace, "ServiceInformation");
  if (info == nullptr) return Refuse(Reason::kTrustEtsiMalformed, "ServiceInformation");
  Service service{.provider = provider, .name = {}, .type = {}, .periods = {}, .identities = {}};
  SCEAU_ASSIGN_OR_RETURN(service.name, ReadName(info, "ServiceName"));
  SCEAU_ASSIGN_OR_RETURN(service.type, ReadText(info, "ServiceTypeIdentifier"));
  SCEAU_ASSIGN_OR_RETURN(StatusPeriod current, ReadPeriod(info));
  service.periods.push_back(std::move(current));
  SCEAU_RETURN_IF_ERROR(ReadHistory(element, service, limits));
  const xmlNode* identity = OnlyChild(info, kListNamespace, "ServiceDigitalIdentity");
  if (identity == nullptr) return Refuse(Reason::kTrustEtsiMalformed, "ServiceDigitalIdentity");
  for (const xmlNode* id : Children(identity, kListNamespace, "DigitalId")) {
    for (const xmlNode* one : Children(id, kListNamespace, "X509Certificate")) {
      if (std::cmp_greater_equal(service.identities.size(), limits.etsi_identities)) {
        return Refuse(Reason::kTrustEtsiTooLarge, "certificates of a service");
      }
      service.identities.push_back(ReadIdentity(one));
    }
  }
  return service;
}

absl::Status ReadProvider(const xmlNode* element, List& list, const Limits& limits) {
  const xmlNode* info = OnlyChild(element, kListNamespace, "TSPInformation");
  const xmlNode* services = OnlyChild(element, kListNamespace, "TSPServices");
  if (info == nullptr || services == nullptr) {
    return Refuse(Reason::kTrustEtsiMalformed, "TrustServiceProvider");
  }
  SCEAU_ASSIGN_OR_RETURN(const std::string provider, ReadName(info, "TSPName"));
  for (const xmlNode* one : Children(services, kListNamespace, "TSPService")) {
    if (std::cmp_greater_equal(list.services.size(), limits.etsi_services)) {
      return Refuse(Reason::kTrustEtsiTooLarge, "services");
    }
    SCEAU_ASSIGN_OR_RETURN(Service service, ReadService(one, provider, limits));
    list.services.push_back(std::move(service));
  }
  return absl::OkStatus();
}

absl::StatusOr<List> ReadScheme(const xmlNode* root) {
  const xmlNode* scheme = OnlyChild(root, kListNamespace, "SchemeInformation");
  if (scheme == nullptr) return Refuse(Reason::kTrustEtsiMalformed, "SchemeInformation");
  SCEAU_ASSIGN_OR_RETURN(const std::uint64_t version, ReadNumber(scheme, "TSLVersionIdentifier"));
  if (version != 5 && version != 6) return Refuse(Reason::kTrustEtsiMalformed, "version");
  List list;
  SCEAU_ASSIGN_OR_RETURN(list.sequence_number, ReadNumber(scheme, "TSLSequenceNumber"));
  SCEAU_ASSIGN_OR_RETURN(list.scheme_operator, ReadName(scheme, "SchemeOperatorName"));
  SCEAU_ASSIGN_OR_RETURN(list.territory, ReadText(scheme, "SchemeTerritory"));
  SCEAU_ASSIGN_OR_RETURN(list.issued, ReadInstant(scheme, "ListIssueDateTime"));
  const xmlNode* next = OnlyChild(scheme, kListNamespace, "NextUpdate");
  if (next == nullptr) return Refuse(Reason::kTrustEtsiMalformed, "NextUpdate");
  if (!Children(next).empty()) {
    SCEAU_ASSIGN_OR_RETURN(list.next_update, ReadInstant(next, "dateTime"));
  }
  return list;
}

}  // namespace

absl::StatusOr<List> ReadList(ByteSpan xml, const crypto::Certificate& signer,
                              const Limits& limits) {
  SCEAU_ASSIGN_OR_RETURN(const XmlDocument document, ParseXml(xml, limits));
  const xmlNode* root = xmlDocGetRootElement(document.get());
  if (!IsElement(root, kListNamespace, "TrustServiceStatusList")) {
    return Refuse(Reason::kTrustEtsiMalformed, "root element");
  }
  SCEAU_RETURN_IF_ERROR(CheckSignature(document.get(), signer));
  SCEAU_ASSIGN_OR_RETURN(List list, ReadScheme(root));
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

}  // namespace sceau::trust::etsi
