/** Best-of-K runs, as pages and JSON. */
@NullMarked
package dev.paddock.web.bestofk;

import org.jspecify.annotations.NullMarked;
