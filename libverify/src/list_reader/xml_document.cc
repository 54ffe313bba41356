// SPDX-License-Identifier: Apache-2.0
#include "list_reader/xml_document.h"

#include <libxml/parser.h>

#include "base/status.h"
#include "base/text.h"
#include "list_reader/markup_bounds.h"

namespace sceau::list_reader {
namespace {

struct FreeParser {
  void operator()(xmlParserCtxt* parser) const { xmlFreeParserCtxt(parser); }
};

std::string_view AsView(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

// Called at "<!DOCTYPE", before anything of it is read.
void StopAtDoctype(void* context, const xmlChar* /*name*/, const xmlChar* /*external_id*/,
                   const xmlChar* /*system_id*/) {
  xmlStopParser(static_cast<xmlParserCtxt*>(context));
}

bool IsUtf8Encoding(const xmlDoc* document) {
  const std::string declared = Lower(AsView(document->encoding));
  return declared.empty() || declared == "utf-8";
}

}  // namespace

absl::StatusOr<XmlDocument> ParseXml(ByteSpan xml, const Limits& limits) {
  if (xml.size() > limits.etsi_list_bytes) return Refuse(Reason::kTrustEtsiTooLarge, "bytes");
  if (!IsUtf8(AsText(xml))) return Refuse(Reason::kTrustEtsiMalformed, "not UTF-8");
  SCEAU_RETURN_IF_ERROR(CheckMarkup(AsText(xml), limits));
  xmlInitParser();
  const std::unique_ptr<xmlParserCtxt, FreeParser> parser(xmlNewParserCtxt());
  if (parser == nullptr) return Refuse(Reason::kInternal, "libxml2");
  parser->sax->internalSubset = &StopAtDoctype;
  XmlDocument document(xmlCtxtReadMemory(
      parser.get(), reinterpret_cast<const char*>(xml.data()), static_cast<int>(xml.size()),
      nullptr, nullptr, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING));
  if (document == nullptr || parser->wellFormed != 1 ||
      xmlDocGetRootElement(document.get()) == nullptr) {
    return Refuse(Reason::kTrustEtsiMalformed, "not well-formed XML without a DOCTYPE");
  }
  if (!IsUtf8Encoding(document.get())) {
    return Refuse(Reason::kTrustEtsiMalformed, "another encoding than UTF-8");
  }
  return document;
}

bool IsElement(const xmlNode* node, std::string_view ns, std::string_view name) {
  return node->type == XML_ELEMENT_NODE && node->ns != nullptr && AsView(node->ns->href) == ns &&
         AsView(node->name) == name;
}

std::vector<xmlNode*> Children(const xmlNode* parent) {
  std::vector<xmlNode*> found;
  for (xmlNode* child = parent->children; child != nullptr; child = child->next) {
    if (child->type == XML_ELEMENT_NODE) found.push_back(child);
  }
  return found;
}

std::vector<xmlNode*> Children(const xmlNode* parent, std::string_view ns, std::string_view name) {
  std::vector<xmlNode*> found = Children(parent);
  std::erase_if(found, [&](const xmlNode* child) { return !IsElement(child, ns, name); });
  return found;
}

xmlNode* OnlyChild(const xmlNode* parent, std::string_view ns, std::string_view name) {
  const std::vector<xmlNode*> found = Children(parent, ns, name);
  return found.size() == 1 ? found[0] : nullptr;
}

std::optional<std::string> TextOf(const xmlNode* element) {
  std::string text;
  for (const xmlNode* child = element->children; child != nullptr; child = child->next) {
    if (child->type != XML_TEXT_NODE && child->type != XML_CDATA_SECTION_NODE) return std::nullopt;
    text += AsView(child->content);
  }
  return text;
}

std::optional<std::string> AttributeOf(const xmlNode* element, const char* name) {
  const xmlAttr* attribute = xmlHasNsProp(element, AsXml(name), nullptr);
  if (attribute == nullptr) return std::nullopt;
  std::string text;
  for (const xmlNode* part = attribute->children; part != nullptr; part = part->next) {
    text += AsView(part->content);
  }
  return text;
}

}  // namespace sceau::list_reader
