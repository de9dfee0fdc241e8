/** Their pages and API, members, guidelines. */
@NullMarked
package dev.paddock.web.campaigns;

import org.jspecify.annotations.NullMarked;
