/** Prompts and prepared pairs: import and lists. */
@NullMarked
package dev.paddock.web.prompts;

import org.jspecify.annotations.NullMarked;
