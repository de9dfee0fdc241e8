/** How values are written in JSON, in addresses and in forms, and rows in JSON Lines. */
@NullMarked
package dev.paddock.web.wire;

import org.jspecify.annotations.NullMarked;
