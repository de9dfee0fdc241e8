/** What makes two answers a pair: how they are drawn, when they are too alike, and how their permits are had. */
@NullMarked
package dev.paddock.samples.pairs;

import org.jspecify.annotations.NullMarked;
