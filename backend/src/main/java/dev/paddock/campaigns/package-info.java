/** What is asked, by which guideline, of whom, about which model variants. */
@NullMarked
@ApplicationModule(allowedDependencies = {"models", "people", "shared"})
package dev.paddock.campaigns;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
