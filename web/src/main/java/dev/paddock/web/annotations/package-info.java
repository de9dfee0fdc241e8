/** Saving and correcting comparisons. */
@NullMarked
package dev.paddock.web.annotations;

import org.jspecify.annotations.NullMarked;
