/** What the API says of itself, at {@code /api/openapi}. */
@NullMarked
package dev.paddock.web.openapi;

import org.jspecify.annotations.NullMarked;
