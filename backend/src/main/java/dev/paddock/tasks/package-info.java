/** Who answers what next: items, slots, leases. */
@NullMarked
@ApplicationModule(allowedDependencies = {"samples", "prompts", "campaigns", "people", "shared"})
package dev.paddock.tasks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
