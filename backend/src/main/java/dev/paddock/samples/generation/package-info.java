/** The port to whatever generates text, and what every generator promises (its contract test is TextGeneratorContract). */
@NullMarked
package dev.paddock.samples.generation;

import org.jspecify.annotations.NullMarked;
