// SPDX-License-Identifier: Apache-2.0
#include "document/pdf/beside_pages.h"

#include <algorithm>

namespace sceau::document {
namespace {

bool HasItems(QPDFObjectHandle array) { return array.isArray() && array.getArrayNItems() > 0; }

// Spec: ISO 32000-2, 7.11.4 and 14.13. Many producers write the tree and leave it empty.
bool HasFiles(QPDFObjectHandle root) {
  QPDFObjectHandle tree = EntryOf(EntryOf(root, "/Names"), "/EmbeddedFiles");
  return HasItems(EntryOf(tree, "/Names")) || HasItems(EntryOf(tree, "/Kids")) ||
         HasItems(EntryOf(root, "/AF"));
}

// Spec: ISO 32000-2, 12.5.6.15.
bool HasFileOnPage(QPDFObjectHandle page) {
  QPDFObjectHandle annotations = EntryOf(page, "/Annots");
  if (!annotations.isArray()) return false;
  std::vector<QPDFObjectHandle> all = annotations.getArrayAsVector();
  return std::ranges::any_of(all, [](QPDFObjectHandle& annotation) {
    return EntryOf(annotation, "/Subtype").isNameAndEquals("/FileAttachment");
  });
}

}  // namespace

std::vector<Finding> FindBesidePages(QPDFObjectHandle root,
                                     const std::vector<QPDFObjectHandle>& pages) {
  std::vector<Finding> found;
  if (EntryOf(root, "/Collection").isDictionary())  // 12.3.5
    found.push_back({Reason::kDocumentAttachments, "portfolio"});
  else if (HasFiles(root) || std::ranges::any_of(pages, HasFileOnPage))
    found.push_back({Reason::kDocumentAttachments, ""});
  QPDFObjectHandle form = EntryOf(EntryOf(root, "/AcroForm"), "/XFA");  // annex K
  if (form.isStream() || HasItems(form)) found.push_back({Reason::kDocumentXfaForm, ""});
  return found;
}

}  // namespace sceau::document
