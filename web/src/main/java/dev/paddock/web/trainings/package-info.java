/** Trainings of reward models and plans of them, as pages and JSON. */
@NullMarked
package dev.paddock.web.trainings;

import org.jspecify.annotations.NullMarked;
