# What an installed copy holds: programs, scenarios, assets, desktop entry. Programs find their data relative to themselves
# (<prefix>/bin → <prefix>/share/moments-of-truth).
install(TARGETS mot RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
if(MOT_WINDOW)
  install(TARGETS mot-window RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
endif()
set(MOT_DATADIR ${CMAKE_INSTALL_DATADIR}/moments-of-truth)
install(DIRECTORY scenarios DESTINATION ${MOT_DATADIR})
install(DIRECTORY assets DESTINATION ${MOT_DATADIR} PATTERN "*.py" EXCLUDE PATTERN "*.md" EXCLUDE)
