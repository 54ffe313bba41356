// SPDX-License-Identifier: Apache-2.0
// XML from a stranger as a tree, and the few ways in which the reader looks at one. Nothing is ever
// fetched, no DTD is accepted and no entity of a document's own can exist.
#ifndef SCEAU_LIST_READER_XML_DOCUMENT_H_
#define SCEAU_LIST_READER_XML_DOCUMENT_H_

#include <libxml/tree.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "base/bytes.h"
#include "sceau/limits.h"

namespace sceau::list_reader {

inline constexpr std::string_view kListNamespace = "http://uri.etsi.org/02231/v2#";
inline constexpr std::string_view kSignatureNamespace = "http://www.w3.org/2000/09/xmldsig#";

struct FreeXmlDocument {
  void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};
using XmlDocument = std::unique_ptr<xmlDoc, FreeXmlDocument>;

// A text of ours in the type of libxml2.
inline const xmlChar* AsXml(const char* text) { return reinterpret_cast<const xmlChar*>(text); }

// Refuses trust.etsi-too-large and trust.etsi-malformed: what is not well-formed XML in UTF-8, and
// any DOCTYPE. The document has a root.
absl::StatusOr<XmlDocument> ParseXml(ByteSpan xml, const Limits& limits);

bool IsElement(const xmlNode* node, std::string_view ns, std::string_view name);
// Child elements, in order; all of them, or those of one name.
std::vector<xmlNode*> Children(const xmlNode* parent);
std::vector<xmlNode*> Children(const xmlNode* parent, std::string_view ns, std::string_view name);
// The one child of that name; null when there is none or more than one.
xmlNode* OnlyChild(const xmlNode* parent, std::string_view ns, std::string_view name);
// The text of an element that holds nothing else: neither a child nor a comment, which
// canonicalisation would drop from what was signed.
std::optional<std::string> TextOf(const xmlNode* element);
std::optional<std::string> AttributeOf(const xmlNode* element, const char* name);

}  // namespace sceau::list_reader

#endif  // SCEAU_LIST_READER_XML_DOCUMENT_H_
