/** How a refusal or a failure is told: as a page or as problem+json, in one place for all. */
@NullMarked
package dev.paddock.web.errors;

import org.jspecify.annotations.NullMarked;
