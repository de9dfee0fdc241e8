/** What people say: comparisons, kept for ever, corrected by revisions. */
@NullMarked
@ApplicationModule(allowedDependencies = {"tasks", "samples", "prompts", "campaigns", "people", "shared"})
package dev.paddock.annotations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
