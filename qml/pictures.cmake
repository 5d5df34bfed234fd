# SPDX-FileCopyrightText: 2026 Smileystand contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The drawings in the colours that the screens use. Qt's SVG can't be recoloured while the program runs without shaders, so each is written once per
# colour when CMake configures: icons/<tone>/<name>.svg, stairs/<ground>/<1..5 or dontknow>.svg, ring/<ground>/<1..4>.svg.

set(pictures "${CMAKE_CURRENT_BINARY_DIR}/pictures")
set(picture_files "")

# picture(SOURCE file TO name, with the variables of the caller put in)
macro(_picture source to)
    configure_file("${CMAKE_CURRENT_SOURCE_DIR}/${source}" "${pictures}/${to}" @ONLY)
    list(APPEND picture_files "${pictures}/${to}")
endmacro()

set(tone_ink "#16232E")
set(tone_white "#FFFFFF")
set(tone_black "#000000")
file(GLOB icons CONFIGURE_DEPENDS RELATIVE "${CMAKE_CURRENT_SOURCE_DIR}" icons/*.svg)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${icons})
foreach(icon IN LISTS icons)
    get_filename_component(name "${icon}" NAME)
    file(READ "${icon}" drawing)
    foreach(tone IN ITEMS ink white black)
        string(REPLACE "currentColor" "${tone_${tone}}" coloured "${drawing}")
        file(CONFIGURE OUTPUT "${pictures}/icons/${tone}/${name}" CONTENT "${coloured}" @ONLY)
        list(APPEND picture_files "${pictures}/icons/${tone}/${name}")
    endforeach()
endforeach()

# Five stairs, climbed to the answer: on a card, on a chosen card, and both with high contrast (empty stairs are outlined there).
set(grounds plain chosen contrast contrastChosen)
set(climbed "#0E4A56" "#0E4A56" "#FFFFFF" "#000000")
set(empty "fill=\"#EFE8DB\"" "fill=\"#C5DAD7\""
    "fill=\"none\" stroke=\"#FFFFFF\" stroke-width=\"2\"" "fill=\"none\" stroke=\"#000000\" stroke-width=\"2\"")
foreach(ground CLIMBED EMPTY IN ZIP_LISTS grounds climbed empty)
    foreach(answer RANGE 1 5)
        foreach(step RANGE 1 5)
            set(STEP${step} "${EMPTY}")
            if(step LESS_EQUAL answer)
                set(STEP${step} "fill=\"${CLIMBED}\"")
            endif()
        endforeach()
        _picture(pictures/stairs.svg.in "stairs/${ground}/${answer}.svg")
    endforeach()
    _picture(pictures/dontknow.svg.in "stairs/${ground}/dontknow.svg")
endforeach()

# The ring of the time-out: one quarter of the outline after another.
set(grounds plain contrast)
set(tracks "#E2D9C8" "#4D4D4D")
set(lefts "#0E4A56" "#FFE14D")
foreach(ground TRACK LEFT IN ZIP_LISTS grounds tracks lefts)
    set(QUARTERS "")
    set(number 0)
    foreach(quarter IN ITEMS "C94.2 2.6 117.3 25.8 117.1 60.5" "C116.9 94.8 93.8 117.3 59.4 117.1" "C25.4 116.9 2.7 94 2.9 59.5" "C3.1 25.6 26.2 2.9 60 2.7")
        string(APPEND QUARTERS "${quarter}")
        math(EXPR number "${number} + 1")
        _picture(pictures/ring.svg.in "ring/${ground}/${number}.svg")
    endforeach()
endforeach()

_picture(pictures/brand.svg brand.svg)
_picture(pictures/shore.svg shore.svg)
