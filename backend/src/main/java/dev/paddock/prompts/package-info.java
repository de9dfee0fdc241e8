/** The openings of conversations: imported by leads, written by annotators. */
@NullMarked
@ApplicationModule(allowedDependencies = {"campaigns", "models", "people", "shared"})
package dev.paddock.prompts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
