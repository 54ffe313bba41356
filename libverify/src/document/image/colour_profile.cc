// SPDX-License-Identifier: Apache-2.0
// Spec: ICC.1 (ISO 15076-1). Little CMS takes the profile apart.
#include "document/image/colour_profile.h"

#include <lcms2.h>

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <utility>

namespace sceau::document {
namespace {

// By how much a colour may be lighter or darker than it is taken for. Measured over what each
// profile makes of all colours: sRGB 1, Display P3 41, Adobe RGB 49, ProPhoto 60, Rec. 2020 62,
// linear light 76, printers' inks 59 to 78; most is in saturated colours and in dark greys.
constexpr int kMaxMove = 80;
// Of what is as light as paper, before or after: none of them moves it by more than 23, and print
// that becomes paper, or paper that becomes print, is what a forger needs.
constexpr int kPaper = 240;
constexpr int kMaxMoveOfPaper = 24;

// Steps along each axis of the grid of sampled colours.
constexpr int kSteps = 9;
constexpr unsigned kLevels = 256;

constexpr std::size_t kAtATime = 4096;  // colours that are converted together
constexpr std::size_t kMet = std::size_t{1} << 14;
constexpr std::uint32_t kNeverMet = 1;  // hashes to another place than the first

using OwnedProfile = std::unique_ptr<void, decltype(&cmsCloseProfile)>;

// Tables of numbers with a point, which few viewers know and which rank above the others.
constexpr auto kExactTables =
    std::to_array<std::uint32_t>({cmsSigDToB0Tag, cmsSigDToB1Tag, cmsSigDToB2Tag, cmsSigDToB3Tag});
constexpr auto kTables =
    std::to_array<std::uint32_t>({cmsSigAToB0Tag, cmsSigAToB1Tag, cmsSigAToB2Tag});

// Curves and tables as they are: joined into coarser tables, as Little CMS would for speed, they
// lose what only a few colours become.
constexpr cmsUInt32Number kExactly =
    cmsFLAGS_NOOPTIMIZE | cmsFLAGS_NOCACHE | cmsFLAGS_BLACKPOINTCOMPENSATION;
constexpr auto kIntents = std::to_array<cmsUInt32Number>(
    {INTENT_PERCEPTUAL, INTENT_RELATIVE_COLORIMETRIC, INTENT_SATURATION});

cmsTagSignature SignatureOf(std::uint32_t tag) { return static_cast<cmsTagSignature>(tag); }

int ChannelsOf(cmsHPROFILE profile) {
  switch (cmsGetColorSpace(profile)) {
    case cmsSigGrayData:
      return 1;
    case cmsSigRgbData:
      return 3;
    case cmsSigCmykData:
      return 4;
    default:  // of no picture that is read here, so that viewers ignore it
      return 0;
  }
}

cmsUInt32Number FormatOf(int channels) {
  if (channels == 1) return TYPE_GRAY_8;
  return channels == 3 ? TYPE_RGB_8 : TYPE_CMYK_8;
}

// As the decoders make it of a pixel.
int LuminanceOfColour(const std::uint8_t* colour, int channels) {
  if (channels == 1) return colour[0];
  if (channels == 3) return Luminance(colour[0], colour[1], colour[2]);
  return Luminance(255U - colour[0], 255U - colour[1], 255U - colour[2]) * (255 - colour[3]) / 255;
}

bool IsSeenOtherwise(int taken, int seen) {
  const bool is_paper = std::max(taken, seen) >= kPaper;
  return std::abs(taken - seen) > (is_paper ? kMaxMoveOfPaper : kMaxMove);
}

// The level at a step of some.
std::uint8_t LevelAt(int step, int steps) {
  return static_cast<std::uint8_t>(255 * step / (steps - 1));
}

// Every level of each channel beside the lightest and darkest ones of the others; greys; and an
// even grid. What curves and a matrix make of all other colours lies between those.
Bytes SampledColours(int channels) {
  Bytes colours;
  const auto size = static_cast<std::size_t>(channels);
  for (unsigned level = 0; level < kLevels; ++level)
    colours.insert(colours.end(), size, static_cast<std::uint8_t>(level));
  if (channels == 1) return colours;
  const auto add_all = [&](int side, auto write) {
    std::vector<int> at(size, 0);
    for (bool more = true; more;) {
      for (const int step : at) colours.push_back(LevelAt(step, side));
      write();
      more = false;
      for (std::size_t i = 0; i < size && !more; ++i) {
        more = ++at[i] < side;
        if (!more) at[i] = 0;
      }
    }
  };
  add_all(kSteps, [] {});
  // From each corner on, the levels of each channel.
  add_all(2, [&] {
    const Bytes corner(colours.end() - channels, colours.end());
    for (std::size_t channel = 0; channel < size; ++channel) {
      if (corner[channel] != 0) continue;  // the same line once
      for (unsigned level = 1; level < kLevels; ++level) {
        colours.insert(colours.end(), corner.begin(), corner.end());
        colours[colours.size() - size + channel] = static_cast<std::uint8_t>(level);
      }
    }
  });
  return colours;
}

bool IsAnySeenOtherwise(cmsHTRANSFORM transform, const Bytes& colours, int channels) {
  const std::size_t count = colours.size() / static_cast<std::size_t>(channels);
  Bytes seen(count * 3);
  cmsDoTransform(transform, colours.data(), seen.data(), static_cast<cmsUInt32Number>(count));
  const std::uint8_t* colour = colours.data();
  for (std::size_t i = 0; i < count; ++i, colour += channels) {
    const std::uint8_t* rgb = seen.data() + 3 * i;
    if (IsSeenOtherwise(LuminanceOfColour(colour, channels), Luminance(rgb[0], rgb[1], rgb[2])))
      return true;
  }
  return false;
}

}  // namespace

struct ColourProfile::Transform {
  Transform(cmsHPROFILE profile, int channels, cmsUInt32Number intent)
      : handle(nullptr, cmsDeleteTransform) {
    const OwnedProfile screen(cmsCreate_sRGBProfile(), cmsCloseProfile);
    handle.reset(cmsCreateTransform(profile, FormatOf(channels), screen.get(), TYPE_RGB_8, intent,
                                    kExactly));
  }
  std::unique_ptr<void, decltype(&cmsDeleteTransform)> handle;
};

ColourProfile::ColourProfile() = default;
ColourProfile::~ColourProfile() = default;
ColourProfile::ColourProfile(ColourProfile&&) noexcept = default;
ColourProfile& ColourProfile::operator=(ColourProfile&&) noexcept = default;

ColourProfile ColourProfile::Unknown() {
  ColourProfile unknown;
  unknown.differs_ = true;
  return unknown;
}

ColourProfile::ColourProfile(ByteSpan icc, const Limits& limits) {
  constexpr std::size_t kMark = 36;  // ICC.1, 7.2.12
  if (icc.size() < kMark || !AsText(icc.subspan(kMark)).starts_with("acsp")) return;
  differs_ = true;
  if (icc.size() > limits.colour_profile_bytes) return;
  const OwnedProfile profile(
      cmsOpenProfileFromMem(icc.data(), static_cast<cmsUInt32Number>(icc.size())), cmsCloseProfile);
  if (profile == nullptr) return;
  channels_ = ChannelsOf(profile.get());
  if (channels_ == 0) return;
  // A profile may say in several ways what its colours are, and each viewer goes by one of them.
  const std::array<std::optional<bool>, 3> ways = {AddTables(profile.get(), kExactTables),
                                                   AddTables(profile.get(), kTables),
                                                   AddCurves(profile.get())};
  const auto is = [&](bool differs) { return std::ranges::find(ways, differs) != ways.end(); };
  differs_ = is(true) || !is(false);
  if (!tables_.empty()) met_.assign(kMet, kNeverMet);
}

ColourProfile::ColourProfile(double gamma, const Chromaticities& colours) : channels_(3) {
  constexpr double kMin = 0.0001;  // of y, which others are divided by
  for (const auto& xy : {colours.white, colours.red, colours.green, colours.blue})
    if (xy[1] < kMin) return;
  const auto light = [](const std::array<double, 2>& xy) { return cmsCIExyY{xy[0], xy[1], 1}; };
  const cmsCIExyY white = light(colours.white);
  const cmsCIExyYTRIPLE primaries{light(colours.red), light(colours.green), light(colours.blue)};
  const std::unique_ptr<cmsToneCurve, decltype(&cmsFreeToneCurve)> curve(
      cmsBuildGamma(nullptr, gamma), cmsFreeToneCurve);
  if (curve == nullptr) return;
  const std::array<cmsToneCurve*, 3> curves = {curve.get(), curve.get(), curve.get()};
  const OwnedProfile profile(cmsCreateRGBProfile(&white, &primaries, curves.data()),
                             cmsCloseProfile);
  if (profile != nullptr) differs_ = AddCurves(profile.get()).value_or(false);
}

std::optional<bool> ColourProfile::AddCurves(void* profile) {
  if (!cmsIsMatrixShaper(profile)) return std::nullopt;
  const Transform transform(profile, channels_, INTENT_PERCEPTUAL);
  return transform.handle == nullptr ||
         IsAnySeenOtherwise(transform.handle.get(), SampledColours(channels_), channels_);
}

// Each intent of a viewer has tables of its own.
std::optional<bool> ColourProfile::AddTables(void* profile, std::span<const std::uint32_t> tags) {
  if (std::ranges::none_of(tags, [&](auto tag) { return cmsIsTag(profile, SignatureOf(tag)); }))
    return std::nullopt;
  const Bytes colours = SampledColours(channels_);
  bool differs = false;
  for (const cmsUInt32Number intent : kIntents) {
    Transform transform(profile, channels_, intent);
    differs = differs || transform.handle == nullptr ||
              IsAnySeenOtherwise(transform.handle.get(), colours, channels_);
    if (channels_ > 1 && !differs) tables_.push_back(std::move(transform));
  }
  for (const std::uint32_t tag : tags)
    if (cmsIsTag(profile, SignatureOf(tag))) cmsWriteTag(profile, SignatureOf(tag), nullptr);
  return differs;
}

void ColourProfile::Gather(std::uint32_t colour) {
  constexpr std::uint32_t kGolden = 2654435769;  // Knuth's multiplicative hash
  std::uint32_t& met = met_[(colour * kGolden) >> 18];
  if (met == colour) return;
  met = colour;
  for (int shift = 8 * (channels_ - 1); shift >= 0; shift -= 8)
    waiting_.push_back(static_cast<std::uint8_t>(colour >> shift));
  if (waiting_.size() >= kAtATime * static_cast<std::size_t>(channels_)) Compare();
}

void ColourProfile::Compare() {
  for (const Transform& table : tables_)
    differs_ |= IsAnySeenOtherwise(table.handle.get(), waiting_, channels_);
  waiting_.clear();
}

void ColourProfile::See(Samples samples, const std::uint8_t* from, int count) {
  if (!NeedsPixels() || channels_ != 3) return;
  const bool is_grey = samples == Samples::kGray || samples == Samples::kGrayAlpha;
  const int size = BytesPerPixel(samples);
  for (int x = 0; x < count; ++x, from += size) {
    const std::uint32_t red = from[0];
    Gather(is_grey ? red << 16 | red << 8 | red
                   : red << 16 | std::uint32_t{from[1]} << 8 | from[2]);
  }
}

void ColourProfile::SeeInks(const std::uint8_t* inks, int count, std::uint8_t inverted) {
  if (!NeedsPixels() || channels_ != 4) return;
  for (int x = 0; x < count; ++x, inks += 4) {
    const std::uint32_t colour = std::uint32_t{inks[0]} << 24 | std::uint32_t{inks[1]} << 16 |
                                 std::uint32_t{inks[2]} << 8 | inks[3];
    Gather(colour ^ inverted * 0x01010101U);
  }
}

Showing ColourProfile::showing() {
  if (!waiting_.empty()) Compare();
  return differs_ ? Showing::kDiffers : Showing::kAlike;
}

bool IsPlainTransfer(int number) {
  constexpr auto kPlain = std::to_array<int>({1, 2, 4, 5, 6, 7, 11, 12, 13, 14, 15});
  return std::ranges::find(kPlain, number) != kPlain.end();
}

}  // namespace sceau::document
