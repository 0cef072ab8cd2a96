// Carries the precompiled header that every library reuses (see SLUICE_PCH in the top CMakeLists.txt).
