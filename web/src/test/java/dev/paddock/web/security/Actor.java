package dev.paddock.web.security;

/** Everybody an endpoint may meet, seen from one campaign. */
enum Actor {
    OWNER,
    LEAD_OF_IT,
    REVIEWER_OF_IT,
    ANNOTATOR_OF_IT,
    FOREIGN_LEAD,
    FOREIGN_REVIEWER,
    FOREIGN_ANNOTATOR,
    NOBODY
}
