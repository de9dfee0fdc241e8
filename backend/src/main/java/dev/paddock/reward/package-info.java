/** Reward models at work: which serves, scoring what is sampled, judging on request. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "datasets",
            "annotations",
            "tasks",
            "samples",
            "models",
            "prompts",
            "campaigns",
            "people",
            "store",
            "shared"
        })
package dev.paddock.reward;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
