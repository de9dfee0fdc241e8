/** The handful of types that every module speaks: refusals and pages of a list. */
@NullMarked
@ApplicationModule(type = ApplicationModule.Type.OPEN)
package dev.paddock.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
