/** The values that the templates in {@code templates/parts} draw. */
@NullMarked
package dev.paddock.web.parts;

import org.jspecify.annotations.NullMarked;
