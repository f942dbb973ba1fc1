# Flags for our own code: target mot::options. Third-party headers are SYSTEM, so warnings are ours alone.
find_program(MOT_CCACHE ccache)
if(MOT_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  # Without this ccache passes by what uses precompiled headers, as the tests do.
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros ${MOT_CCACHE})
endif()

add_library(mot_options INTERFACE)
add_library(mot::options ALIAS mot_options)
target_include_directories(mot_options INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_definitions(mot_options INTERFACE MOT_VERSION="${PROJECT_VERSION}")

if(MSVC)
  target_compile_options(mot_options INTERFACE /utf-8 /permissive- /W4)
  if(MOT_WARNINGS_AS_ERRORS)
    target_compile_options(mot_options INTERFACE /WX)
  endif()
else()
  # Floating point is part of the contract (docs/model.md): no contraction, no fast maths.
  target_compile_options(mot_options INTERFACE -ffp-contract=off
    -Wall -Wextra -Wpedantic $<$<NOT:$<BOOL:$<TARGET_PROPERTY:UNITY_BUILD>>>:-Wshadow> -Wconversion -Wsign-conversion -Wold-style-cast
    -Wnon-virtual-dtor -Woverloaded-virtual -Wimplicit-fallthrough -Wdouble-promotion -Wformat=2)
  if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
    # An optimising g++ 12 sees null dereferences and overlapping copies inside its own std::vector and std::string, however they are
    # used (for the second: GCC bug 105651). clang-tidy looks for null dereferences instead.
    target_compile_options(mot_options INTERFACE -Wno-restrict)
  else()
    target_compile_options(mot_options INTERFACE -Wnull-dereference)
  endif()
  if(MOT_WARNINGS_AS_ERRORS)
    target_compile_options(mot_options INTERFACE -Werror)
  endif()
  if(MOT_SANITIZE)
    # With the sanitizers' checks between the lines g++ 12 warns of what is not there, so their presets don't make errors of warnings.
    target_compile_options(mot_options INTERFACE -fsanitize=${MOT_SANITIZE} -fno-omit-frame-pointer)
    if(MOT_SANITIZE MATCHES "undefined")
      target_compile_options(mot_options INTERFACE -fno-sanitize-recover=undefined)
    endif()
    target_link_options(mot_options INTERFACE -fsanitize=${MOT_SANITIZE})
  endif()
endif()

# Headers of the standard library and fmt that nearly every file needs, parsed once for each target: a fifth of a build from nothing.
# Further headers of a target may follow its name.
function(mot_precompile target)
  if(NOT MSVC)
    # The first is for ccache. With the headers parsed before, g++ 12 sees copies out of bounds in adding to a std::string, as it does
    # in every file that is compiled without them too, but no longer knows that these are the library's.
    target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>
                           $<$<CXX_COMPILER_ID:GNU>:-Wno-array-bounds> $<$<CXX_COMPILER_ID:GNU>:-Wno-stringop-overflow>)
  endif()
  target_precompile_headers(${target} PRIVATE <algorithm> <filesystem> <functional> <map> <memory> <optional> <string> <string_view> <vector>
                            <fmt/format.h> ${ARGN})
endfunction()
