// Text inside XML and HTML.
#pragma once

#include <string>
#include <string_view>

namespace mot {

/// The text as character data or as the value of an attribute: & < > " ' are written as entities,
/// signs that XML or HTML has no place for (control characters but tab and line ends, signs that
/// are none) as U+FFFD, and so are bytes that are no UTF-8.
std::string escaped_xml(std::string_view text);

}  // namespace mot
