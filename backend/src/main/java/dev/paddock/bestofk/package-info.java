/** Best of K: of K samples for each prompt of a list, the ones that the reward models like best, and what a larger K would bring. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"reward", "datasets", "samples", "prompts", "campaigns", "models", "people", "shared"})
package dev.paddock.bestofk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
