# Tests that are shell scripts: the launcher, the pages of docs/, an installed copy.
add_test(NAME launcher COMMAND ${CMAKE_CURRENT_LIST_DIR}/launcher_test.sh ${PROJECT_SOURCE_DIR})
add_test(NAME docs COMMAND ${CMAKE_CURRENT_LIST_DIR}/docs_test.sh ${PROJECT_SOURCE_DIR} $<TARGET_FILE:mot>)
add_test(NAME install COMMAND ${CMAKE_CURRENT_LIST_DIR}/install_test.sh ${CMAKE_BINARY_DIR})
