#include "game/window/imgui_fonts.h"

#include <fontconfig/fontconfig.h>
#include <glib.h>
#include <imgui.h>
#include <imgui_freetype.h>

#include <map>
#include <string>
#include <vector>

#include "engine/base/utf8.h"
#include "game/window/imgui_painter.h"

namespace mot {
namespace {

constexpr const char* kChinese = "Noto Sans CJK SC:lang=zh-cn:weight=80";

constexpr const char* kChineseBold = "Noto Sans CJK SC:lang=zh-cn:weight=180";
constexpr const char* kCode = "Noto Sans Mono CJK SC:lang=zh-cn:weight=80";
// Dear ImGui's size is from the highest to the lowest letter; ours is the em. Of Inter and of Noto.
constexpr float kLatinSize = 1.21F;
constexpr float kChineseSize = 1.448F;

// What a kind of text is written with: fontconfig patterns for Latin and, null for none, all else.
struct Letters {
  const char* latin;
  const char* chinese;
};
constexpr std::array<Letters, static_cast<std::size_t>(ToolFont::count)> kLetters{{
    {"Inter:weight=80", kChinese},
    {"Inter:weight=180", kChineseBold},
    {"Inter:weight=200", kChineseBold},
    {"Inter:weight=80", kChinese},
    {kCode, nullptr},
}};

struct FontFile {
  std::string path;
  int face = 0;
};

FontFile best_font(const char* pattern) {
  FontFile out;
  FcPattern* wanted = FcNameParse(reinterpret_cast<const FcChar8*>(pattern));
  FcConfigSubstitute(nullptr, wanted, FcMatchPattern);
  FcDefaultSubstitute(wanted);
  FcResult result = FcResultNoMatch;
  if (FcPattern* found = FcFontMatch(nullptr, wanted, &result)) {
    FcChar8* file = nullptr;
    if (FcPatternGetString(found, FC_FILE, 0, &file) == FcResultMatch) {
      out.path = reinterpret_cast<const char*>(file);
    }
    FcPatternGetInteger(found, FC_INDEX, 0, &out.face);
    out.face &= 0xFFFF;
    FcPatternDestroy(found);
  }
  FcPatternDestroy(wanted);
  return out;
}

std::vector<ImWchar> ranges_of(const std::bitset<0x10000>& wanted) {
  std::vector<ImWchar> ranges;
  for (std::size_t c = 0x20; c < wanted.size(); ++c) {
    if (!wanted[c]) {
      continue;
    }
    const std::size_t first = c;
    while (c + 1 < wanted.size() && wanted[c + 1]) {
      ++c;
    }
    ranges.push_back(static_cast<ImWchar>(first));
    ranges.push_back(static_cast<ImWchar>(c));
  }
  ranges.push_back(0);
  return ranges;
}

std::unique_ptr<Texture> picture_of(ImFontAtlas& atlas) {
  unsigned char* rgba = nullptr;
  Pixels pixels;
  atlas.GetTexDataAsRGBA32(&rgba, &pixels.width, &pixels.height);
  pixels.rgba.assign(rgba, rgba + static_cast<std::ptrdiff_t>(pixels.width) * pixels.height * 4);
  atlas.ClearTexData();  // kept twice otherwise, 5 bytes a pixel
  return std::make_unique<Texture>(pixels);
}

}  // namespace

// The files of the fonts, found and opened once: each new character builds the atlas anew. They are
// mapped, so that they take no memory of ours.
class FontFiles {
 public:
  bool add(const char* pattern, float pixels, const std::vector<ImWchar>& ranges, bool merge) {
    auto found = fonts_.find(pattern);
    if (found == fonts_.end()) {
      const FontFile file = best_font(pattern);
      found = fonts_.emplace(pattern, Font{mapped(file.path), file.face}).first;
    }
    GMappedFile* file = found->second.file.get();
    if (file == nullptr || g_mapped_file_get_length(file) == 0) {
      return false;
    }
    ImFontConfig config;
    config.FontNo = found->second.face;
    config.OversampleH = 1;
    config.PixelSnapH = true;
    config.MergeMode = merge;
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    const bool added = atlas.AddFontFromMemoryTTF(g_mapped_file_get_contents(file),
                                                  static_cast<int>(g_mapped_file_get_length(file)),
                                                  pixels, &config, ranges.data()) != nullptr;
    // It copies what is not its own, 20 MB of Chinese for each new character; so it is told so only
    // now, and neither copies nor frees it.
    if (added) {
      atlas.ConfigData.back().FontDataOwnedByAtlas = false;
    }
    return added;
  }

 private:
  struct Unmap {
    void operator()(GMappedFile* file) const { g_mapped_file_unref(file); }
  };
  using Mapped = std::unique_ptr<GMappedFile, Unmap>;
  struct Font {
    Mapped file;
    int face = 0;
  };

  static Mapped mapped(const std::string& path) {
    return Mapped(g_mapped_file_new(path.c_str(), FALSE, nullptr));
  }

  std::map<std::string, Font> fonts_;  // by pattern
};

ImguiFonts::ImguiFonts() : files_(std::make_unique<FontFiles>()) {
  for (std::size_t c = 0x20; c < 0x180; ++c) {
    wanted_.set(c);
  }
  need("–—‘’“”…•→←↑↓✓×·，。！？；：、（）《》「」￥");
}

ImguiFonts::~ImguiFonts() = default;

void ImguiFonts::need(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      ++at;
      continue;
    }
    const char32_t c = next_code_point(text, at);
    if (c < wanted_.size() && !wanted_[c]) {
      wanted_.set(c);
      dirty_ = true;
    }
  }
}

void ImguiFonts::build(float scale) {
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  atlas.Clear();
  atlas.FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
  const std::vector<ImWchar> ranges = ranges_of(wanted_);
  for (std::size_t kind = 0; kind < kLetters.size(); ++kind) {
    const Letters& letters = kLetters[kind];
    const float em = em_of(static_cast<ToolFont>(kind)) * scale;
    const float height = letters.chinese == nullptr ? kChineseSize : kLatinSize;
    const bool latin = files_->add(letters.latin, em * height, ranges, false);
    if (latin && letters.chinese != nullptr) {
      files_->add(letters.chinese, em * kChineseSize, ranges, true);
    } else if (!latin) {
      atlas.AddFontDefault();
    }
    fonts_[kind] = atlas.Fonts.back();
  }
  atlas.Build();
  letters_ = picture_of(atlas);
  atlas.SetTexID(imgui_picture(*letters_));
  dirty_ = false;
  scale_ = scale;
}

}  // namespace mot
