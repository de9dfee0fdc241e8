/** What to expect of the best of N samples, and of one temperature beside another: statistics alone. */
@NullMarked
@NamedInterface("curves")
package dev.paddock.bestofk.curves;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
