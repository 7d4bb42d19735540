# For each header of core, gis and app a source with that one include, compiled without optimising.
# New headers are found when CMake runs again.

foreach(room core gis app)
    file(GLOB_RECURSE headers CONFIGURE_DEPENDS RELATIVE "${CMAKE_SOURCE_DIR}" "${CMAKE_SOURCE_DIR}/${room}/*.h")
    set(sources "")
    foreach(header IN LISTS headers)
        string(REPLACE "/" "." name "${header}")
        set(source "${CMAKE_CURRENT_BINARY_DIR}/headers/${name}.cpp")
        file(CONFIGURE OUTPUT "${source}" CONTENT "#include \"@header@\"\n" @ONLY)
        list(APPEND sources "${source}")
    endforeach()
    if(sources)
        add_library(lommer_headers_${room} OBJECT ${sources})
        target_compile_options(lommer_headers_${room} PRIVATE -O0 -g0)
        target_include_directories(lommer_headers_${room} PRIVATE "${CMAKE_SOURCE_DIR}")
        target_link_libraries(lommer_headers_${room} PRIVATE lommer_options lommer_core)
    endif()
endforeach()

# What the headers inside a room may see, though the room does not hand it on.
target_link_libraries(lommer_headers_core PRIVATE GEOS::geos_c)
target_link_libraries(lommer_headers_gis PRIVATE GDAL::GDAL PROJ::proj OpenSSL::Crypto)
if(TARGET lommer_headers_app)
    find_package(Qt6 6.4 REQUIRED COMPONENTS Widgets PrintSupport Svg Concurrent)
    target_link_libraries(lommer_headers_app PRIVATE Qt6::Widgets Qt6::PrintSupport Qt6::Svg Qt6::Concurrent)
    target_compile_definitions(lommer_headers_app PRIVATE QT_NO_KEYWORDS POINTERHOLDER_TRANSITION=4)
endif()
