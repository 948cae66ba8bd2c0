# A Debian package: `cpack` in a build folder, best build/release. It holds the program, its manual page
# and completions, and under /usr/share/jalon/service what an administrator copies for the scheduled
# job. Workspaces are nowhere that a package touches, so upgrading and removing it leaves them alone.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME jalon)
set(CPACK_PACKAGE_CONTACT "jalon maintainers <maintainers@jalon.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "compliance and progress tracker for public programmes")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
    "Reads promises from TOML, keeps a log of dated updates that only grows,\njudges one against the other as of any day, and makes reports of what is\nmet, late, missed or not known.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)  # needs dpkg-dev
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS tzdata)
include(CPack)
