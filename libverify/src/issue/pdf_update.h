// SPDX-License-Identifier: Apache-2.0
// Changes a PDF of Cairo's where Cairo cannot write what it should have: appends new versions of
// some objects. Spec: ISO 32000-1, 7.5.6 (incremental updates).
#ifndef SCEAU_ISSUE_PDF_UPDATE_H_
#define SCEAU_ISSUE_PDF_UPDATE_H_

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"

namespace sceau::issue {

class PdfUpdate {
 public:
  // Of a PDF of version 1.4 or less (a classic cross-reference table). Refuses kInternal when it
  // does not have that shape.
  static absl::StatusOr<PdfUpdate> Of(std::string pdf);

  // Objects have the numbers from 1 on, below this one.
  std::size_t end_of_numbers() const { return offsets_.size(); }
  std::size_t catalog() const { return catalog_; }
  std::size_t info() const { return info_; }

  // Without its "<<" and ">>"; nothing for an object of another type.
  std::optional<std::string> Dictionary(std::size_t number) const;
  std::optional<std::string> DictionaryOfStream(std::size_t number) const;

  void ReplaceDictionary(std::size_t number, std::string_view dictionary);
  // `dictionary` without its length.
  void ReplaceByStream(std::size_t number, std::string_view dictionary, std::string_view bytes);

  // The PDF with what was replaced.
  std::string Take() &&;

 private:
  std::optional<std::string> Between(std::size_t number, std::string_view end) const;

  std::string pdf_;
  std::vector<std::size_t> offsets_;  // by object number; 0 has no object
  std::size_t table_ = 0;             // offset of the cross-reference table
  std::size_t catalog_ = 0;           // object numbers
  std::size_t info_ = 0;
  std::map<std::size_t, std::string> replaced_;  // by object number
};

}  // namespace sceau::issue

#endif  // SCEAU_ISSUE_PDF_UPDATE_H_
