// Compiled as C++20: plugin.h has the layout that sdk/abi records.
#include "assert_layout.h"
