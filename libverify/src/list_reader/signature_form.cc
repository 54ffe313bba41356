// SPDX-License-Identifier: Apache-2.0
#include "list_reader/signature_form.h"

#include <libxml/valid.h>

#include <algorithm>
#include <array>
#include <set>
#include <string>

#include "base/status.h"
#include "base/text.h"
#include "list_reader/xml_document.h"

namespace sceau::list_reader {
namespace {

constexpr std::string_view kXadesNamespace = "http://uri.etsi.org/01903/v1.3.2#";
constexpr std::string_view kFilterNamespace = "http://www.w3.org/2002/06/xmldsig-filter2";
constexpr std::string_view kEnveloped = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";
constexpr std::array<std::string_view, 3> kCanonical = {
    "http://www.w3.org/TR/2001/REC-xml-c14n-20010315", "http://www.w3.org/2006/12/xml-c14n11",
    "http://www.w3.org/2001/10/xml-exc-c14n#"};

absl::Status Bad(const std::string& detail) { return Refuse(Reason::kTrustEtsiSignature, detail); }

// The element after `node` in document order, within `root`; without recursion.
const xmlNode* NextNode(const xmlNode* node, const xmlNode* root) {
  if (node->type == XML_ELEMENT_NODE && node->children != nullptr) return node->children;
  while (node != root && node->next == nullptr) node = node->parent;
  return node == root ? nullptr : node->next;
}

// One signature, and no id twice, whatever its spelling and namespace.
absl::Status CheckWholeTree(const xmlNode* root) {
  std::set<std::string> ids;
  int signatures = 0;
  for (const xmlNode* node = root; node != nullptr; node = NextNode(node, root)) {
    if (node->type != XML_ELEMENT_NODE) continue;
    if (IsElement(node, kSignatureNamespace, "Signature")) ++signatures;
    for (const xmlAttr* attribute = node->properties; attribute != nullptr;
         attribute = attribute->next) {
      if (Lower(reinterpret_cast<const char*>(attribute->name)) != "id") continue;
      std::string id;
      for (const xmlNode* part = attribute->children; part != nullptr; part = part->next) {
        if (part->content != nullptr) id += reinterpret_cast<const char*>(part->content);
      }
      if (!ids.insert(id).second) return Bad("an id twice");
    }
  }
  if (signatures != 1) return Bad("not exactly one signature");
  return absl::OkStatus();
}

bool IsPlainId(std::string_view id) {
  return !id.empty() && std::ranges::all_of(id, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c == '.';
  });
}

bool PointsAt(const std::string& uri, const xmlNode* element) {
  const auto id = AttributeOf(element, "Id");
  return id && IsPlainId(*id) && uri == "#" + *id;
}

void Announce(xmlDoc* document, const xmlNode* element) {
  xmlAttr* attribute = xmlHasNsProp(element, AsXml("Id"), nullptr);
  const auto id = AttributeOf(element, "Id");
  if (attribute != nullptr && id) xmlAddID(nullptr, document, AsXml(id->c_str()), attribute);
}

bool IsCanonicalisation(const xmlNode* transform) {
  const auto algorithm = AttributeOf(transform, "Algorithm");
  return algorithm && std::ranges::find(kCanonical, *algorithm) != kCanonical.end();
}

// Takes the signature out of what is signed. The French state's list does it by a filter; as the
// document has one signature only, "all signatures" and "this one" are the same.
bool IsRemoval(const xmlNode* transform) {
  const auto algorithm = AttributeOf(transform, "Algorithm");
  if (!algorithm) return false;
  const std::vector<xmlNode*> children = Children(transform);
  if (*algorithm == kEnveloped) return children.empty();
  if (*algorithm != kFilterNamespace || children.size() != 1) return false;
  const xmlNode* filter = children[0];
  if (!IsElement(filter, kFilterNamespace, "XPath")) return false;
  const xmlNs* ds = xmlSearchNs(filter->doc, children[0], AsXml("ds"));
  return AttributeOf(filter, "Filter") == "subtract" &&
         TextOf(filter) == "/descendant::ds:Signature" && ds != nullptr &&
         kSignatureNamespace == reinterpret_cast<const char*>(ds->href);
}

std::vector<xmlNode*> Transforms(const xmlNode* reference) {
  const xmlNode* list = OnlyChild(reference, kSignatureNamespace, "Transforms");
  return list == nullptr ? std::vector<xmlNode*>() : Children(list);
}

absl::Status CheckDocumentReference(const xmlNode* reference) {
  const std::vector<xmlNode*> transforms = Transforms(reference);
  const bool good = !transforms.empty() && transforms.size() <= 2 && IsRemoval(transforms[0]) &&
                    (transforms.size() == 1 || IsCanonicalisation(transforms[1]));
  return good ? absl::OkStatus() : Bad("transforms of the document's reference");
}

absl::Status CheckPropertiesReference(const xmlNode* reference) {
  const std::vector<xmlNode*> transforms = Transforms(reference);
  const bool good =
      transforms.empty() || (transforms.size() == 1 && IsCanonicalisation(transforms[0]));
  return good ? absl::OkStatus() : Bad("transforms of the properties' reference");
}

// Where XAdES puts them; null when there are none.
xmlNode* FindProperties(const xmlNode* signature) {
  const xmlNode* object = OnlyChild(signature, kSignatureNamespace, "Object");
  if (object == nullptr) return nullptr;
  const xmlNode* qualifying = OnlyChild(object, kXadesNamespace, "QualifyingProperties");
  return qualifying == nullptr ? nullptr
                               : OnlyChild(qualifying, kXadesNamespace, "SignedProperties");
}

absl::Status CheckReferences(xmlDoc* document, const xmlNode* signature, const xmlNode* info) {
  const xmlNode* root = xmlDocGetRootElement(document);
  const xmlNode* properties = FindProperties(signature);
  int of_document = 0;
  int of_properties = 0;
  for (const xmlNode* reference : Children(info, kSignatureNamespace, "Reference")) {
    const auto uri = AttributeOf(reference, "URI");
    if (!uri) return Bad("a reference without URI");
    if (uri->empty() || PointsAt(*uri, root)) {
      SCEAU_RETURN_IF_ERROR(CheckDocumentReference(reference));
      if (!uri->empty()) Announce(document, root);
      ++of_document;
    } else if (properties != nullptr && PointsAt(*uri, properties)) {
      SCEAU_RETURN_IF_ERROR(CheckPropertiesReference(reference));
      Announce(document, properties);
      ++of_properties;
    } else {
      return Bad("a reference to something else");
    }
  }
  if (of_document != 1 || of_properties > 1) return Bad("number of references");
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<xmlNode*> FindSignature(xmlDoc* document) {
  const xmlNode* root = xmlDocGetRootElement(document);
  SCEAU_RETURN_IF_ERROR(CheckWholeTree(root));
  xmlNode* signature = OnlyChild(root, kSignatureNamespace, "Signature");
  if (signature == nullptr) return Bad("not a child of the root");
  const xmlNode* info = OnlyChild(signature, kSignatureNamespace, "SignedInfo");
  if (info == nullptr) return Bad("no SignedInfo");
  SCEAU_RETURN_IF_ERROR(CheckReferences(document, signature, info));
  return signature;
}

}  // namespace sceau::list_reader
