// SPDX-License-Identifier: Apache-2.0
#include "document/pdf/content/optional_content.h"

#include <algorithm>
#include <vector>

namespace sceau::document {
namespace {

std::set<QPDFObjGen> GroupsOf(QPDFObjectHandle array) {
  std::set<QPDFObjGen> groups;
  if (!array.isArray()) return groups;
  for (QPDFObjectHandle& group : array.getArrayAsVector()) {
    if (group.isIndirect()) groups.insert(group.getObjGen());
  }
  return groups;
}

// Others than these are for the programs that draw a page. Spec: ISO 32000-2, table 96.
bool IsForViewers(QPDFObjectHandle intent) {
  if (intent.isArray()) {
    std::vector<QPDFObjectHandle> all = intent.getArrayAsVector();
    return std::ranges::all_of(all, IsForViewers);
  }
  return intent.isNull() || intent.isNameAndEquals("/View") || intent.isNameAndEquals("/All");
}

// Viewers differ in whether they follow the group's own wishes, and printing follows others than
// the screen. Spec: table 100.
bool MayBeOtherwise(QPDFObjectHandle group, bool on) {
  if (!IsForViewers(group.getKey("/Intent"))) return true;
  QPDFObjectHandle usage = group.getKey("/Usage");
  const auto differs = [&](const char* key, const char* state) {
    QPDFObjectHandle wish = EntryOf(EntryOf(usage, key), state);
    return !wish.isNull() && !wish.isNameAndEquals(on ? "/ON" : "/OFF");
  };
  return differs("/View", "/ViewState") || differs("/Print", "/PrintState");
}

}  // namespace

OptionalContent::OptionalContent(QPDFObjectHandle properties) {
  if (!properties.isDictionary()) return;
  QPDFObjectHandle config = properties.getKey("/D");
  if (!config.isDictionary()) return;
  QPDFObjectHandle base = config.getKey("/BaseState");
  all_off_ = base.isNameAndEquals("/OFF");
  unsure_ = !config.getKey("/AS").isNull() || base.isNameAndEquals("/Unchanged") ||
            !IsForViewers(config.getKey("/Intent"));
  on_ = GroupsOf(config.getKey("/ON"));
  off_ = GroupsOf(config.getKey("/OFF"));
}

GraphicsState::Layer OptionalContent::StateOf(QPDFObjectHandle group) const {
  using Layer = GraphicsState::Layer;
  if (group.isDictionary() && group.getKey("/Type").isNameAndEquals("/OCMD")) {
    QPDFObjectHandle groups = group.getKey("/OCGs");
    if (group.hasKey("/VE") || group.hasKey("/P") || !groups.isDictionary()) return Layer::kUnsure;
    group = groups;
  }
  if (unsure_ || !group.isDictionary() || !group.isIndirect()) return Layer::kUnsure;
  const QPDFObjGen id = group.getObjGen();
  const bool on = !off_.contains(id) && (!all_off_ || on_.contains(id));
  if (MayBeOtherwise(group, on)) return Layer::kUnsure;
  return on ? Layer::kOn : Layer::kOff;
}

}  // namespace sceau::document
