# SPDX-License-Identifier: GPL-3.0-or-later
# Checks of what is installed beside the programs. Included by the root when BUILD_TESTING is on.
# Each runs only where its tool is installed; packaging/dev installs them all.
function(add_check name tool)
    find_program(${tool}_program ${tool})
    if(${tool}_program)
        add_test(NAME packaging/${name} COMMAND ${${tool}_program} ${ARGN} WORKING_DIRECTORY ${CMAKE_SOURCE_DIR}/packaging)
    endif()
endfunction()

add_check(desktop_entry desktop-file-validate org.pullquote.Pullquote.desktop)
# The project has no page of its own yet, and a made-up address would be worse than none.
add_check(metainfo appstreamcli validate --no-net --explain --override=url-homepage-missing=info
    org.pullquote.Pullquote.metainfo.xml)
add_check(man_pages mandoc -T lint -W warning,stop man/pullquote.1 man/pullquote-cli.1)

# A plain SQLite file and a project must be told apart by their bytes, whatever they are called.
find_program(update_mime_database update-mime-database)
find_program(python3 python3)
if(update_mime_database AND python3)
    add_test(NAME packaging/mime_type
        COMMAND ${python3} ${CMAKE_SOURCE_DIR}/packaging/check-mime ${CMAKE_BINARY_DIR}/mime)
endif()
