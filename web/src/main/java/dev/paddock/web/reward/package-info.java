/** Reward models, as pages and JSON. */
@NullMarked
package dev.paddock.web.reward;

import org.jspecify.annotations.NullMarked;
