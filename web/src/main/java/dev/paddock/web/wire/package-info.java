/** How values are written in JSON, in addresses and in forms. */
@NullMarked
package dev.paddock.web.wire;

import org.jspecify.annotations.NullMarked;
