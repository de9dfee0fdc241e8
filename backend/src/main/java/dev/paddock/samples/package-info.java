/** Conversations, the models' answers in them, and generating these. */
@NullMarked
@ApplicationModule(allowedDependencies = {"prompts", "campaigns", "models", "people", "store", "shared"})
package dev.paddock.samples;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
