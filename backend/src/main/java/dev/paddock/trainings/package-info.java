/** Reward models learning from what people said: asked for, planned, carried out, and measured before they may serve. */
@NullMarked
@ApplicationModule(allowedDependencies = {"reward", "datasets", "campaigns", "people", "shared"})
package dev.paddock.trainings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
