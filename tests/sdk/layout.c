/* Compiled as C99 and C11: plugin.h has the layout that sdk/abi records. */
#include "assert_layout.h"

typedef int attache_layout_holds; /* a translation unit needs a declaration */
