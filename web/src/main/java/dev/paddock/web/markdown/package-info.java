/** Untrusted Markdown as clean HTML. */
@NullMarked
package dev.paddock.web.markdown;

import org.jspecify.annotations.NullMarked;
