package dev.paddock.reward;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.BareModels;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever goes through the list and changes what it shows is shown the rest all the same. */
class ModelsByPageTest extends DefaultWorld {

    private static final OffsetDateTime FIRST = OffsetDateTime.parse("2026-03-01T00:00:00Z");

    @Autowired
    Removals removals;

    @BeforeEach
    void threeCandidates() {
        var names = List.of("oldest", "older", "newest");
        for (var day = 0; day < names.size(); day++) {
            new BareModels(jdbc)
                    .register("safety", names.get(day), "candidate", "own-" + names.get(day), FIRST.plusDays(day));
        }
    }

    /** The names on pages of one row, after each of which something is done with it. */
    private List<String> pages(Consumer<String> shown) {
        var names = new ArrayList<String>();
        var cursor = (String) null;
        do {
            var page = models.list(grace, cursor, 1);
            var name = page.rows().getFirst().model().name();
            names.add(name);
            assertThat(names).hasSizeLessThan(10);
            shown.accept(name);
            cursor = page.next();
        } while (cursor != null);
        return names;
    }

    @Test
    void whereTheLastOneOfAPageIsRemoved() {
        var serves = running();

        assertThat(pages(name -> {
                    if (!name.equals(serves) && state(name) == ModelState.CANDIDATE) {
                        removals.remove(grace, name);
                    }
                }))
                .startsWith(serves, "newest", "older", "oldest");
    }

    @Test
    void whereTheLastOneOfAPageIsPromoted() {
        var serves = running();

        assertThat(pages(name -> {
                    if (name.equals("newest")) {
                        registry.takeOver(registry.find(name).orElseThrow(), grace.person());
                    }
                }))
                .containsExactly(serves, "newest", "older", "oldest");
    }

    @Test
    void aPlaceIsReadAsItWasWritten() {
        var place = new Place("safety", "candidate", Instant.parse("2026-03-01T01:02:03.000004Z"), "of_three_parts");

        assertThat(Place.orStart(place.text())).isEqualTo(place);
    }
}
