/** Streams of events to browsers and programs. */
@NullMarked
package dev.paddock.web.live;

import org.jspecify.annotations.NullMarked;
