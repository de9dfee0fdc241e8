/** Coming in, one's own account, and the people of this house. */
@NullMarked
package dev.paddock.web.people;

import org.jspecify.annotations.NullMarked;
