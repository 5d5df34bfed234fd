# SPDX-FileCopyrightText: 2026 Smileystand contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# How a folder of Smileystand is built.
#
#   smiley_library(NAME core SOURCES a.cpp b.cpp DEPENDS smiley::x Boost::json)
#       A static library `smiley_core`, named smiley::core by those who link it. A library without SOURCES is header-only.
#       DEPENDS is public; PRIVATE_DEPENDS is not passed on (its headers are then not for others' headers).
#       QT switches on moc and takes Qt's libraries in DEPENDS; without QT a Qt library is refused.
#   smiley_program(NAME smiley-sync SOURCES main.cpp DEPENDS smiley::client [QT])
#       A program in build/<preset>/bin/.
#   smiley_test(NAME test_visit SOURCES test_visit.cpp DEPENDS smiley::core [PROGRAMS smiley-sync] [TIMEOUT 60] [QML_TEST] [USB_MOCK])
#       A Qt Test executable (moc runs: end a .cpp that has Q_OBJECT with `#include "test_visit.moc"`), one ctest of the
#       same name, offscreen, with a private XDG_RUNTIME_DIR. Macros: SMILEY_SOURCE_DIR (root of the sources) and
#       SMILEY_BIN_DIR (the folder of the programs). PROGRAMS are built before it; QML_TEST links Qt Quick Test too;
#       TIMEOUT is in seconds (60). USB_MOCK preloads umockdev, so that tests/support/mock_usb.h works, also in children.
#   smiley_add_folders(a b)
#       add_subdirectory for each that has a CMakeLists.txt.
#
# Includes are written from the root of the sources: that is the only folder of ours on any include path.
#
# Names for DEPENDS:
#   SQLite         SQLite::SQLite3, SQLiteCpp
#   Boost 1.81     Boost::headers (Asio, Beast), Boost::json, Boost::url, Boost::system
#   OpenSSL 3      OpenSSL::SSL, OpenSSL::Crypto
#   libsodium      PkgConfig::sodium
#   zstd           PkgConfig::zstd
#   CLI11          CLI11::CLI11
#   spdlog         spdlog::spdlog
#   toml++         tomlplusplus::tomlplusplus
#   valijson       valijson
#   RapidCheck     rapidcheck                              (tests)
#   X11 by xcb     PkgConfig::xcb (with XTEST and images)  (demo, tests)
#   libsystemd     PkgConfig::systemd
#   ALSA           PkgConfig::alsa
#   libusb         PkgConfig::usb
#   libqrencode    PkgConfig::qrencode
#   cairo          PkgConfig::cairo
#   umockdev       PkgConfig::umockdev                     (tests)
#   threads        Threads::Threads
#   Qt 6.4         Qt6::Core Qt6::Gui Qt6::Qml Qt6::Quick Qt6::QuickControls2 Qt6::Svg Qt6::TextToSpeech
#                  (with QT, and in tests)

include_guard(GLOBAL)
include(CheckPIESupported)

# ---------------------------------------------------------------------------------------------------------------------
# Language and folders

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
check_pie_supported(LANGUAGES CXX)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_LINK_DEPENDS_NO_SHARED ON)

if(NOT CMAKE_BUILD_TYPE)
    set(CMAKE_BUILD_TYPE Release CACHE STRING "Debug or Release" FORCE)
endif()

# An assertion is part of the product (a broken invariant crashes, the watchdog restarts), so no type defines NDEBUG.
set(CMAKE_CXX_FLAGS_RELEASE "-O2")

option(SMILEY_WARNINGS_AS_ERRORS "A compiler warning stops the build" OFF)
option(SMILEY_TESTS "Build the tests" ON)
option(SMILEY_PARTIAL_TREE "Leave out, with a warning, what has no sources or libraries yet" OFF)
set(SMILEY_SANITIZERS "" CACHE STRING "Value of -fsanitize, for example address,undefined")

set(SMILEY_BIN_DIR "${CMAKE_BINARY_DIR}/bin")

# ---------------------------------------------------------------------------------------------------------------------
# ccache, where it is installed: also across clones (base folder) and on the moc files' times

find_program(SMILEY_CCACHE ccache)
if(SMILEY_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER
        "${CMAKE_COMMAND}" -E env
        "CCACHE_BASEDIR=${CMAKE_SOURCE_DIR}"
        CCACHE_NOHASHDIR=1
        "CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime"
        "${SMILEY_CCACHE}"
    )
endif()

# moc 6.4 stops at libstdc++ 12's <concepts> ("Parse error at std") where that is the first header that it reads.
set(CMAKE_AUTOMOC_MOC_OPTIONS "-D_GLIBCXX_VISIBILITY=")

# ---------------------------------------------------------------------------------------------------------------------
# Other people's libraries

find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
find_package(Qt6 6.4 REQUIRED COMPONENTS Core Gui Qml Quick QuickControls2 Svg TextToSpeech LinguistTools)
find_package(SQLite3 3.40 REQUIRED)
find_package(SQLiteCpp REQUIRED)
find_package(Boost 1.81 CONFIG REQUIRED COMPONENTS headers json url system)
find_package(OpenSSL 3 REQUIRED)
find_package(CLI11 REQUIRED)
find_package(spdlog REQUIRED)
find_package(tomlplusplus REQUIRED)
find_package(valijson REQUIRED)
pkg_check_modules(sodium REQUIRED IMPORTED_TARGET GLOBAL libsodium)
pkg_check_modules(zstd REQUIRED IMPORTED_TARGET GLOBAL libzstd)
pkg_check_modules(xcb REQUIRED IMPORTED_TARGET GLOBAL xcb xcb-xtest xcb-image)
pkg_check_modules(systemd REQUIRED IMPORTED_TARGET GLOBAL libsystemd)
pkg_check_modules(alsa REQUIRED IMPORTED_TARGET GLOBAL alsa)
pkg_check_modules(usb REQUIRED IMPORTED_TARGET GLOBAL libusb-1.0)
pkg_check_modules(qrencode REQUIRED IMPORTED_TARGET GLOBAL libqrencode)
pkg_check_modules(cairo REQUIRED IMPORTED_TARGET GLOBAL cairo-pdf cairo-ft fontconfig)
if(SMILEY_TESTS)
    find_package(Qt6 6.4 REQUIRED COMPONENTS Test QuickTest)
    find_package(rapidcheck REQUIRED)
    pkg_check_modules(umockdev REQUIRED IMPORTED_TARGET GLOBAL umockdev-1.0)
endif()

# ---------------------------------------------------------------------------------------------------------------------
# Flags of everything that is ours

add_library(smiley_flags INTERFACE)
target_include_directories(smiley_flags INTERFACE "${CMAKE_SOURCE_DIR}")
target_compile_options(smiley_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Wnon-virtual-dtor -Wold-style-cast
    -Wno-missing-field-initializers # an aggregate's other members take their defaults
    -Woverloaded-virtual -Wcast-align -Wformat=2 -Wimplicit-fallthrough -Wswitch-enum
    $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond -Wduplicated-branches -Wlogical-op>
    $<$<BOOL:${SMILEY_WARNINGS_AS_ERRORS}>:-Werror>
    -fstack-protector-strong -fstack-clash-protection
)
target_compile_definitions(smiley_flags INTERFACE
    _GLIBCXX_ASSERTIONS
    $<$<CONFIG:Release>:_FORTIFY_SOURCE=3>
)
target_link_options(smiley_flags INTERFACE -Wl,-z,relro -Wl,-z,now -Wl,--as-needed)

if(SMILEY_SANITIZERS)
    target_compile_options(smiley_flags INTERFACE
        "-fsanitize=${SMILEY_SANITIZERS}" -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(smiley_flags INTERFACE "-fsanitize=${SMILEY_SANITIZERS}")
endif()

set(_smiley_empty_source "${CMAKE_BINARY_DIR}/empty.cpp")
file(CONFIGURE OUTPUT "${_smiley_empty_source}" CONTENT "")

# What moc and rcc write is not ours to lint.
file(CONFIGURE OUTPUT "${CMAKE_BINARY_DIR}/.clang-tidy" CONTENT "Checks: '-*,misc-static-assert'\n")

# ---------------------------------------------------------------------------------------------------------------------
# Functions

function(smiley_add_folders)
    # The glob makes the build configure itself again when a folder gets its CMakeLists.txt.
    set(wanted "")
    foreach(folder IN LISTS ARGN)
        list(APPEND wanted "${CMAKE_CURRENT_SOURCE_DIR}/${folder}/CMakeLists.txt")
    endforeach()
    file(GLOB present CONFIGURE_DEPENDS ${wanted})
    foreach(folder IN LISTS ARGN)
        if("${CMAKE_CURRENT_SOURCE_DIR}/${folder}/CMakeLists.txt" IN_LIST present)
            if(folder STREQUAL "tests" AND NOT SMILEY_TESTS)
                continue()
            endif()
            add_subdirectory("${folder}")
        endif()
    endforeach()
endfunction()

# Qt's headers are only on the include path of what may use Qt.
function(_smiley_check_no_qt name)
    foreach(dependency IN LISTS ARGN)
        if(dependency MATCHES "^Qt6?::")
            message(FATAL_ERROR "${name} may not use Qt (${dependency}). "
                "Only app/ui, qml, app/main.cpp, app/languages, the demo and tests do: see the table in tests/tidy; they say QT.")
        endif()
    endforeach()
endfunction()

# Leaves out of the caller's arg_SOURCES, arg_DEPENDS and arg_PRIVATE_DEPENDS what isn't there yet, with a warning, in a
# partial tree (preset dev, where several people grow their folders at once). Elsewhere CMake stops at it.
macro(_smiley_keep_present)
    if(SMILEY_PARTIAL_TREE)
        set(absent "")
        foreach(source IN LISTS arg_SOURCES)
            if(NOT IS_ABSOLUTE "${source}" AND NOT EXISTS "${CMAKE_CURRENT_SOURCE_DIR}/${source}")
                list(APPEND absent "${source}")
            endif()
        endforeach()
        foreach(dependency IN LISTS arg_DEPENDS arg_PRIVATE_DEPENDS)
            if(dependency MATCHES "^smiley::" AND NOT TARGET "${dependency}")
                list(APPEND absent "${dependency}")
            endif()
        endforeach()
        if(absent)
            message(WARNING "${arg_NAME} is built without what is not there yet: ${absent}")
            list(REMOVE_ITEM arg_SOURCES ${absent})
            list(REMOVE_ITEM arg_DEPENDS ${absent})
            list(REMOVE_ITEM arg_PRIVATE_DEPENDS ${absent})
        endif()
        if(NOT arg_SOURCES)
            set(arg_SOURCES "${_smiley_empty_source}")
        endif()
    endif()
endmacro()

function(smiley_library)
    cmake_parse_arguments(PARSE_ARGV 0 arg "QT" "NAME" "SOURCES;DEPENDS;PRIVATE_DEPENDS")
    if(NOT arg_NAME OR arg_UNPARSED_ARGUMENTS)
        message(FATAL_ERROR "smiley_library(NAME x SOURCES … DEPENDS …): can't read '${ARGN}'")
    endif()
    if(NOT arg_QT)
        _smiley_check_no_qt("${arg_NAME}" ${arg_DEPENDS} ${arg_PRIVATE_DEPENDS})
    endif()
    _smiley_keep_present()
    set(target "smiley_${arg_NAME}")
    if(arg_SOURCES)
        add_library(${target} STATIC ${arg_SOURCES})
        target_link_libraries(${target} PUBLIC smiley_flags ${arg_DEPENDS} PRIVATE ${arg_PRIVATE_DEPENDS})
        set_target_properties(${target} PROPERTIES AUTOMOC "${arg_QT}" OUTPUT_NAME "${target}")
    else()
        add_library(${target} INTERFACE)
        target_link_libraries(${target} INTERFACE smiley_flags ${arg_DEPENDS})
    endif()
    add_library(smiley::${arg_NAME} ALIAS ${target})
endfunction()

function(smiley_program)
    cmake_parse_arguments(PARSE_ARGV 0 arg "QT" "NAME" "SOURCES;DEPENDS")
    if(NOT arg_NAME OR NOT arg_SOURCES OR arg_UNPARSED_ARGUMENTS)
        message(FATAL_ERROR "smiley_program(NAME x SOURCES … DEPENDS …): can't read '${ARGN}'")
    endif()
    if(NOT arg_QT)
        _smiley_check_no_qt("${arg_NAME}" ${arg_DEPENDS})
    endif()
    _smiley_keep_present()
    add_executable(${arg_NAME} ${arg_SOURCES})
    target_link_libraries(${arg_NAME} PRIVATE smiley_flags ${arg_DEPENDS})
    target_compile_definitions(${arg_NAME} PRIVATE SMILEY_VERSION="${PROJECT_VERSION}")
    set_target_properties(${arg_NAME} PROPERTIES AUTOMOC "${arg_QT}" RUNTIME_OUTPUT_DIRECTORY "${SMILEY_BIN_DIR}")
    # Programs of the demo and the tests stay in the build folder.
    if(CMAKE_CURRENT_SOURCE_DIR MATCHES "^${CMAKE_SOURCE_DIR}/(app|sync|drivers)")
        install(TARGETS ${arg_NAME} RUNTIME DESTINATION bin)
    endif()
endfunction()

function(smiley_test)
    cmake_parse_arguments(PARSE_ARGV 0 arg "QML_TEST;USB_MOCK" "NAME;TIMEOUT" "SOURCES;DEPENDS;PROGRAMS")
    if(NOT arg_NAME OR NOT arg_SOURCES OR arg_UNPARSED_ARGUMENTS)
        message(FATAL_ERROR "smiley_test(NAME x SOURCES … DEPENDS …): can't read '${ARGN}'")
    endif()
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 60)
    endif()
    _smiley_keep_present()
    add_executable(${arg_NAME} ${arg_SOURCES})
    target_link_libraries(${arg_NAME} PRIVATE smiley_flags ${arg_DEPENDS} Qt6::Test)
    if(arg_QML_TEST)
        target_link_libraries(${arg_NAME} PRIVATE Qt6::QuickTest)
    endif()
    target_compile_definitions(${arg_NAME} PRIVATE
        SMILEY_SOURCE_DIR="${CMAKE_SOURCE_DIR}" SMILEY_BIN_DIR="${SMILEY_BIN_DIR}")
    set_target_properties(${arg_NAME} PROPERTIES AUTOMOC ON RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests/bin")

    foreach(program IN LISTS arg_PROGRAMS)
        if(TARGET "${program}" OR NOT SMILEY_PARTIAL_TREE)
            add_dependencies(${arg_NAME} "${program}")
        endif()
    endforeach()

    add_test(NAME ${arg_NAME} COMMAND ${arg_NAME})
    smiley_test_environment(${arg_NAME} ${arg_TIMEOUT})
    if(arg_USB_MOCK)
        _smiley_preload_usb_mock(${arg_NAME})
    endif()
endfunction()

# GCC's sanitizers are shared libraries that want to be loaded first; clang's are part of the program.
function(_smiley_preload_usb_mock name)
    set(preload "libumockdev-preload.so.0")
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND SMILEY_SANITIZERS MATCHES "address|thread")
        string(REGEX MATCH "address|thread" kind "${SMILEY_SANITIZERS}")
        string(REPLACE "address" "libasan.so" library "${kind}")
        string(REPLACE "thread" "libtsan.so" library "${library}")
        execute_process(COMMAND "${CMAKE_CXX_COMPILER}" -print-file-name=${library}
            OUTPUT_VARIABLE path OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
        file(REAL_PATH "${path}" path)
        string(PREPEND preload "${path}:")
    endif()
    set_property(TEST ${name} PROPERTY ENVIRONMENT_MODIFICATION "LD_PRELOAD=path_list_prepend:${preload}")
endfunction()

# The environment of a ctest that smiley_test doesn't make (a script): offscreen, private run-time folder, time limit.
function(smiley_test_environment name timeout)
    set(runtime "${CMAKE_BINARY_DIR}/tests/run/${name}")
    file(MAKE_DIRECTORY "${runtime}")
    file(CHMOD "${runtime}" PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE)
    set_tests_properties(${name} PROPERTIES
        TIMEOUT ${timeout}
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;XDG_RUNTIME_DIR=${runtime};LC_ALL=C.UTF-8"
    )
endfunction()
