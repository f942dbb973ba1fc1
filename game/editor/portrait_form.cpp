// The rows of a form that say how somebody looks.
#include "engine/authoring/portrait_edits.h"
#include "game/editor/forms.h"

namespace mot {
namespace {

class PortraitRows {
 public:
  explicit PortraitRows(FormFields& form)
      : form_(form), path_(form.path("portrait")), spans_(form.edited().seen()) {}

  void draw() {
    if (spans_ == nullptr) {
      return;
    }
    const PictureVocabulary& known = form_.context().game().load_options().pictures.known();
    if (part("like", known.people) || portrait_part(*spans_, path_, "like").empty()) {
      return;
    }
    // Where one has changed the text, the rest is drawn again in the next frame.
    static_cast<void>(part("skin", known.skins) || part("hair", known.hair) ||
                      part("hair_colour", known.hair_colours) || part("outfit", known.outfits) ||
                      wears(known.wears));
  }

 private:
  bool set(std::string_view name, const std::string& value) {
    return form_.apply([&](const YamlSpans& s) { return set_portrait(s, path_, name, value); });
  }

  // True: the text is another one now.
  bool part(const std::string& name, const std::vector<std::string>& names) {
    std::vector<ToolOption> options = word_options(form_.context(), name, names);
    const bool person = name == "like";
    options.insert(options.begin(), {"", form_.word(person ? "editor.none" : "editor.as-person")});
    form_.label("editor.f-portrait-" + name);
    const auto chosen = form_.ui().choice(form_.row("portrait-" + name), options,
                                          portrait_part(*spans_, path_, name), 220);
    return chosen && set(name, options[*chosen].value);
  }

  bool wears(const std::vector<std::string>& names) {
    if (names.empty()) {
      return false;
    }
    const auto worn = form_.pick("portrait-wears", word_options(form_.context(), "wears", names),
                                 words_at(*spans_, path_ + ".wears"));
    return worn && set("wears", worn->empty() ? std::string() : in_brackets(*worn));
  }

  FormFields& form_;
  std::string path_;
  const YamlSpans* spans_;
};

}  // namespace

void draw_portrait_rows(FormFields& form) { PortraitRows(form).draw(); }

}  // namespace mot
