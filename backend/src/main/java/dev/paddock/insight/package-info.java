/** What came in, for those who run a campaign: conversations with their samples, scores and choices, and the figures about them. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "reward",
            "datasets",
            "annotations",
            "tasks",
            "samples",
            "prompts",
            "campaigns",
            "people",
            "shared"
        })
package dev.paddock.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
