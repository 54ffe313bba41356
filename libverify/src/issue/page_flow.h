// SPDX-License-Identifier: Apache-2.0
// Sets headings, paragraphs, facts and tables one under the other, tagged for screen readers
// (ISO 32000-1, 14.8.4). One pass measures, a second one draws.
#ifndef SCEAU_ISSUE_PAGE_FLOW_H_
#define SCEAU_ISSUE_PAGE_FLOW_H_

#include <cairo.h>

#include <string>
#include <string_view>
#include <vector>

#include "issue/page_style.h"
#include "issue/page_text.h"

namespace sceau::issue {

// A structure element around what is drawn while it lives.
class Tag {
 public:
  Tag(cairo_t* cr, const char* name) : cr_(cr), name_(name) {
    cairo_tag_begin(cr_, name_, nullptr);
  }
  ~Tag() { cairo_tag_end(cr_, name_); }
  Tag(const Tag&) = delete;
  Tag& operator=(const Tag&) = delete;

 private:
  cairo_t* cr_;
  const char* name_;
};

struct Table {
  std::vector<double> widths;  // parts of the whole, their sum is 1
  std::vector<std::string> head;
  std::vector<std::vector<std::string>> rows;
};

struct Fact {
  std::string label;
  std::string value;
  Weight weight = Weight::kRegular;  // of the value
};

enum class Pass { kMeasure, kDraw };

// The context must outlive the flow.
class PageFlow {
 public:
  PageFlow(cairo_t* cr, Pass pass, double left, double width, double top)
      : cr_(cr), pass_(pass), left_(left), width_(width), y_(top) {}

  double y() const { return y_; }
  double left() const { return left_; }
  double width() const { return width_; }
  bool drawing() const { return pass_ == Pass::kDraw; }
  cairo_t* context() const { return cr_; }
  // Some text so far holds a character that no installed font can draw.
  bool has_unknown_glyphs() const { return unknown_glyphs_; }

  void Skip(double points) { y_ += points; }
  // `tag`: "H1", "H2", "P" …
  void Text(const char* tag, std::string_view text, const TextStyle& style);
  // A paragraph on a pale ground with an accent at its left.
  void Callout(std::string_view text, const TextStyle& style, double padding);
  // 1., 2., 3. …
  void Steps(const std::vector<std::string>& steps, const TextStyle& style, double gap);
  void Rule(const Ink& ink, double thickness);
  void Facts(const std::vector<Fact>& facts, const Density& density);
  void TableOf(const Table& table, const Density& density);

 private:
  struct Cell {
    TextBlock text;
    double x;
    const char* tag;
  };
  TextBlock Set(std::string_view text, const TextStyle& style, double width);
  void Row(const char* tag, const std::vector<Cell>& cells, double padding);

  cairo_t* cr_;
  Pass pass_;
  double left_;
  double width_;
  double y_;
  bool unknown_glyphs_ = false;
};

}  // namespace sceau::issue

#endif  // SCEAU_ISSUE_PAGE_FLOW_H_
