// SPDX-License-Identifier: Apache-2.0
#include "document/pdf/content/optional_content.h"

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

}  // namespace

OptionalContent::OptionalContent(QPDFObjectHandle properties) {
  if (!properties.isDictionary()) return;
  QPDFObjectHandle config = properties.getKey("/D");
  if (!config.isDictionary()) return;
  QPDFObjectHandle base = config.getKey("/BaseState");
  all_off_ = base.isNameAndEquals("/OFF");
  unsure_ = !config.getKey("/AS").isNull() || base.isNameAndEquals("/Unchanged");
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
  if (off_.contains(id)) return Layer::kOff;
  return all_off_ && !on_.contains(id) ? Layer::kOff : Layer::kOn;
}

}  // namespace sceau::document
