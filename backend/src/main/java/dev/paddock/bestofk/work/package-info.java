/** What the process does with a run: samples, scores, ranks. */
@NullMarked
package dev.paddock.bestofk.work;

import org.jspecify.annotations.NullMarked;
