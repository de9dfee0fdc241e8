/** What leaves for training. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"annotations", "tasks", "samples", "prompts", "campaigns", "people", "shared"})
package dev.paddock.datasets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
