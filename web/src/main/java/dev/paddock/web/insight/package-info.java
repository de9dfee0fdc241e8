/** What came in, as pages and JSON for those who run campaigns. */
@NullMarked
package dev.paddock.web.insight;

import org.jspecify.annotations.NullMarked;
