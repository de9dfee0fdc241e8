/** Data sets over HTTP. */
@NullMarked
package dev.paddock.web.datasets;

import org.jspecify.annotations.NullMarked;
