// What a text must not have before yaml-cpp is let at it. Part of yaml.h.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

#include "engine/base/diagnostic.h"

namespace mot {

/// Position of a byte whose line (from 0) is known.
Position position_in(std::string_view text, std::size_t offset, std::uint32_t line);

/// Refuses control characters and floods of brackets and commas. False: reported.
bool passes_yaml_guard(const std::shared_ptr<const SourceText>& source, DiagnosticSink& sink);

}  // namespace mot
