/** Endpoints and model variants. */
@NullMarked
package dev.paddock.web.models;

import org.jspecify.annotations.NullMarked;
