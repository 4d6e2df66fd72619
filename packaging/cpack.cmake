# SPDX-License-Identifier: GPL-3.0-or-later
# The Debian package: packaging/dev deb. Included by the root, after install.cmake.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME pullquote)
# A package needs a maintainer with an address; one that somebody builds for themselves has none.
set(CPACK_PACKAGE_CONTACT "Local build without a maintainer <nobody@localhost>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "annotate interviews and prove who said every line")
set(CPACK_PACKAGE_DESCRIPTION
"Pullquote is for people who annotate entertainment interviews by hand and must
be able to prove every word: editors, corpus builders and fact-checkers. It keeps
the whole chain of a line, from the character who speaks it and the performer who
contributed it to the outlets that told and repeated it, each step with evidence.
.
The package has the program with its window, pullquote, and a second one for the
command line, pullquote-cli.")

# The libraries are read off the programs. What is loaded at run time is named here: the plug-ins
# that draw SVG icons. (X11's and the offscreen platform are in libqt6gui6, Wayland's is not.)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "qt6-svg-plugins")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "qt6-wayland, fonts-dejavu-core")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "fonts-noto-core, fonts-noto-color-emoji")
include(CPack)
