/** The Llama that runs in this process, from the weights in the data folder. */
@NullMarked
package dev.paddock.samples.embedded;

import org.jspecify.annotations.NullMarked;
