// SPDX-License-Identifier: Apache-2.0
// Sets headings, paragraphs, facts and tables one under the other, tagged for screen readers
// (ISO 32000-1, 14.8.4).
#ifndef SCEAU_LAYOUT_PAGE_FLOW_H_
#define SCEAU_LAYOUT_PAGE_FLOW_H_

#include <string>
#include <variant>
#include <vector>

#include "absl/status/status.h"
#include "layout/fonts.h"
#include "layout/foreign_text.h"
#include "layout/page_drawing.h"
#include "layout/page_style.h"
#include "layout/set_text.h"

namespace sceau::layout {

// A structure element around what is added while it lives.
class Tag {
 public:
  Tag(std::vector<Operation>& operations, const char* name) : operations_(operations) {
    operations_.emplace_back(OpenTag{name});
  }
  ~Tag() { operations_.emplace_back(CloseTag{}); }
  Tag(const Tag&) = delete;
  Tag& operator=(const Tag&) = delete;

 private:
  std::vector<Operation>& operations_;
};

struct Table {
  std::vector<double> widths;  // parts of the whole, their sum is 1
  std::vector<std::string> head;
  std::vector<std::vector<Phrase>> rows;
};

struct FactLine {
  std::string label;
  Phrase value;
  Face face = Face::kRegular;  // of the value
};

// What sets texts: the page's own fonts, and for letters that they lack somebody else, or nobody.
struct Typesetter {
  const Fonts& fonts;
  ForeignText* foreign = nullptr;
};

class PageFlow {
 public:
  PageFlow(const Typesetter& typesetter, double left, double width, double top)
      : typesetter_(typesetter), left_(left), width_(width), y_(top) {}

  double y() const { return y_; }
  // The first text that could not be set: claims.no-font.
  const absl::Status& status() const { return status_; }
  std::vector<Operation>& operations() { return operations_; }

  void Skip(double points) { y_ += points; }
  // `tag`: "H1", "H2", "P" …
  void Text(const char* tag, const Phrase& phrase, const TextStyle& style);
  // A paragraph on a pale ground with an accent at its left.
  void Callout(const Phrase& phrase, const TextStyle& style, double padding);
  // 1., 2., 3. …
  void Steps(const std::vector<Phrase>& steps, const TextStyle& style, double gap);
  void Rule(const Ink& ink, double thickness);
  void Facts(const std::vector<FactLine>& facts, const Density& density);
  void TableOf(const Table& table, const Density& density);

 private:
  // Text that was measured and has no place yet.
  struct Block {
    std::variant<SetLines, ForeignBlock> text;
    TextStyle style;
    double height = 0;
    double baseline = 0;  // of the first line, below the top
  };
  struct Cell {
    Block block;
    double x;
    const char* tag;
  };
  Block Set(const Phrase& phrase, const TextStyle& style, double width);
  Block SetForeign(const Phrase& phrase, const TextStyle& style, double width);
  void Put(const Block& block, double x, double y);
  void Fill(double x, double y, double width, double height, const Ink& ink);
  void Row(const char* tag, const std::vector<Cell>& cells, double padding);
  void TableRow(const std::vector<double>& widths, const std::vector<Phrase>& texts,
                const TextStyle& style, const char* tag, double padding);

  Typesetter typesetter_;
  double left_;
  double width_;
  double y_;
  std::vector<Operation> operations_;
  absl::Status status_;
};

}  // namespace sceau::layout

#endif  // SCEAU_LAYOUT_PAGE_FLOW_H_
