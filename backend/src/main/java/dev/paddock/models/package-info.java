/** What can generate: endpoints, and the model variants that campaigns draw from. */
@NullMarked
@ApplicationModule(allowedDependencies = {"people", "store", "shared"})
package dev.paddock.models;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
