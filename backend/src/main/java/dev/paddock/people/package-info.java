/** Who uses Paddock, in which role, and how they prove it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package dev.paddock.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
