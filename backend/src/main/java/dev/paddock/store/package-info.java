/** The database that Paddock brings along: a PostgreSQL of its own, for those who have not set up one. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.paddock.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
