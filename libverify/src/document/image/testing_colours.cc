// SPDX-License-Identifier: Apache-2.0
#include "document/image/testing_colours.h"

#include <lcms2.h>

#include <array>
#include <cmath>
#include <cstddef>

namespace sceau::document::testing {
namespace {

Bytes SaveAndClose(cmsHPROFILE profile) {
  cmsUInt32Number size = 0;
  cmsSaveProfileToMem(profile, nullptr, &size);
  Bytes icc(size);
  cmsSaveProfileToMem(profile, icc.data(), &size);
  cmsCloseProfile(profile);
  return icc;
}

cmsHPROFILE OpenRgb(const Chromaticities& colours, double gamma) {
  const auto light = [](const std::array<double, 2>& xy) { return cmsCIExyY{xy[0], xy[1], 1}; };
  const cmsCIExyY white = light(colours.white);
  const cmsCIExyYTRIPLE primaries{light(colours.red), light(colours.green), light(colours.blue)};
  cmsToneCurve* curve = cmsBuildGamma(nullptr, gamma);
  const std::array<cmsToneCurve*, 3> curves = {curve, curve, curve};
  cmsHPROFILE profile = cmsCreateRGBProfile(&white, &primaries, curves.data());
  cmsFreeToneCurve(curve);
  return profile;
}

Bytes GreyOf(cmsToneCurve* curve) {
  cmsHPROFILE profile = cmsCreateGrayProfile(cmsD50_xyY(), curve);
  cmsFreeToneCurve(curve);
  return SaveAndClose(profile);
}

constexpr cmsUInt32Number kSide = 33;

int FillTable(const cmsUInt16Number in[], cmsUInt16Number out[], void* black) {
  const Steps& steps = *static_cast<const Steps*>(black);
  bool is_black = true;
  for (std::size_t i = 0; i < steps.size(); ++i)
    is_black = is_black && std::lround(in[i] * (kSide - 1) / 65535.0) == steps[i];
  const double grey = (0.299 * in[0] + 0.587 * in[1] + 0.114 * in[2]) / 65535.0;
  const cmsCIELab lab{is_black ? 0 : 100 * grey, 0, 0};
  cmsFloat2LabEncoded(out, &lab);
  return 1;
}

}  // namespace

Bytes MakeProfile(const Chromaticities& colours, double gamma) {
  return SaveAndClose(OpenRgb(colours, gamma));
}

Bytes MakeGreyProfile(double gamma) { return GreyOf(cmsBuildGamma(nullptr, gamma)); }

Bytes MakeGreyProfile(const std::vector<float>& light) {
  return GreyOf(cmsBuildTabulatedToneCurveFloat(nullptr, static_cast<cmsUInt32Number>(light.size()),
                                                light.data()));
}

Bytes MakeBlueProfile() {
  cmsHPROFILE profile = OpenRgb(kPlainChromaticities, 2.2);
  const cmsCIEXYZ none{0, 0, 0};
  cmsWriteTag(profile, cmsSigRedColorantTag, &none);
  cmsWriteTag(profile, cmsSigGreenColorantTag, &none);
  cmsWriteTag(profile, cmsSigBlueColorantTag, cmsD50_XYZ());
  return SaveAndClose(profile);
}

Bytes MakeTableProfile(const Steps& black) {
  Steps steps = black;
  cmsHPROFILE profile = cmsCreateProfilePlaceholder(nullptr);
  cmsSetProfileVersion(profile, 4.3);
  cmsSetDeviceClass(profile, cmsSigInputClass);
  cmsSetColorSpace(profile, cmsSigRgbData);
  cmsSetPCS(profile, cmsSigLabData);
  cmsWriteTag(profile, cmsSigMediaWhitePointTag, cmsD50_XYZ());
  cmsPipeline* table = cmsPipelineAlloc(nullptr, 3, 3);
  cmsStage* stage = cmsStageAllocCLut16bit(nullptr, kSide, 3, 3, nullptr);
  cmsStageSampleCLut16bit(stage, FillTable, &steps, 0);
  cmsPipelineInsertStage(table, cmsAT_END, cmsStageAllocToneCurves(nullptr, 3, nullptr));
  cmsPipelineInsertStage(table, cmsAT_END, stage);
  cmsPipelineInsertStage(table, cmsAT_END, cmsStageAllocToneCurves(nullptr, 3, nullptr));
  cmsWriteTag(profile, cmsSigAToB0Tag, table);
  cmsPipelineFree(table);
  return SaveAndClose(profile);
}

}  // namespace sceau::document::testing
