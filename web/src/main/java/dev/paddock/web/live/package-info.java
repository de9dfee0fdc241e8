/** Connections that stay open: streams of events to browsers and programs, and callers who hang up. */
@NullMarked
package dev.paddock.web.live;

import org.jspecify.annotations.NullMarked;
