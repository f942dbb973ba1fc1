# A Debian package: cpack --config build/release/CPackConfig.cmake -B build/package
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME moments-of-truth)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "training game for people who serve customers")
set(CPACK_PACKAGE_DESCRIPTION "The trainee talks with a customer and chooses what to say or do. What she expected and what she\n\
got decide about her mood, her memory and her satisfaction. Encounters are text files, which\n\
the command mot checks and plays.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_MAINTAINER "The authors of Moments of Truth <moments-of-truth@example.org>")
set(CPACK_DEBIAN_PACKAGE_SECTION education)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# What is loaded while running and no linker knows of: fonts, and drivers for machines without a graphics card.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "fonts-noto-cjk | fonts-droid-fallback, fonts-inter")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS libgl1-mesa-dri)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
include(CPack)
