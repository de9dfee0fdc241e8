/** The best samples of a run as data to fine-tune on. */
@NullMarked
@NamedInterface("export")
package dev.paddock.bestofk.export;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
