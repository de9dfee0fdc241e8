/** The handful of types that every module speaks: refusals, pages of a list, and what background work is made of. */
@NullMarked
@ApplicationModule(type = ApplicationModule.Type.OPEN)
package dev.paddock.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
