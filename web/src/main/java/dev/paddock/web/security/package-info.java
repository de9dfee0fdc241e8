/** Who is asking: browser sessions, API tokens, and the headers that keep a page to itself. */
@NullMarked
package dev.paddock.web.security;

import org.jspecify.annotations.NullMarked;
