package dev.paddock.annotations;

import dev.paddock.prompts.Unusable;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The ratings of both answers in a record, {@code {"chosen":{"helpfulness":4,"safety":5},"rejected":{…}}}; each part may be missing or null.
 * Another shape is refused: a pair is judged once, so that what was passed over could never be added.
 */
record ImportedRatings(Ratings chosen, Ratings rejected) {

    static ImportedRatings read(JsonNode ratings) throws Unusable {
        requireOnly(ratings, "'ratings'", Set.of("chosen", "rejected"));
        return new ImportedRatings(of(ratings, "chosen"), of(ratings, "rejected"));
    }

    private static Ratings of(JsonNode ratings, String which) throws Unusable {
        var own = ratings.path(which);
        requireOnly(own, "'ratings." + which + "'", Set.of("helpfulness", "safety"));
        return new Ratings(rating(own.path("helpfulness")), rating(own.path("safety")));
    }

    private static void requireOnly(JsonNode value, String name, Set<String> known) throws Unusable {
        if (isThere(value) && !(value.isObject() && known.containsAll(value.propertyNames()))) {
            throw new Unusable("has " + name + " that are no object with "
                    + String.join(" and ", known.stream().sorted().toList()));
        }
    }

    private static @Nullable Integer rating(JsonNode value) throws Unusable {
        if (isThere(value) && !value.isInt()) {
            throw new Unusable("has a rating that is no whole number");
        }
        return isThere(value) ? value.intValue() : null;
    }

    private static boolean isThere(JsonNode value) {
        return !value.isMissingNode() && !value.isNull();
    }
}
