package dev.paddock.samples.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.samples.pairs.Permits.Busy;
import dev.paddock.samples.pairs.Permits.Need;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How much of what is drawn ahead gives way when people come: eight answers, each in one of eight slots. */
class MakingWayTest {

    private static final UUID SERVER = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);

    private final Permits permits = new Permits(100);
    private final Set<Integer> gaveWay = new ConcurrentSkipListSet<>();
    private final List<Ticket> answers = new ArrayList<>();

    @BeforeEach
    void eightAreUnderWay() throws Busy {
        for (var i = 0; i < 8; i++) {
            var number = i;
            answers.add(permits.request(at(SERVER, 1), false, () -> gaveWay.add(number)));
        }
    }

    private static List<Need> at(UUID endpoint, int places) {
        return List.of(new Need(endpoint, places, 8));
    }

    private void person(List<Need> needs) throws Busy {
        permits.request(needs, true, () -> {});
    }

    /** They are told on threads of their own. */
    private void assertGaveWay(Integer... numbers) throws InterruptedException {
        Thread.sleep(50);
        assertThat(gaveWay).containsExactly(numbers);
    }

    @Test
    void asManyAsAPersonNeedsTheNewestFirst() throws Exception {
        person(at(SERVER, 2));

        assertGaveWay(6, 7);
    }

    @Test
    void thoseWhoAreLeavingAreCountedWhenItIsLookedAtAgain() throws Exception {
        person(at(SERVER, 2));
        permits.request(at(SERVER, 1), false, () -> {});
        answers.get(7).close();

        assertGaveWay(6, 7);
    }

    @Test
    void eachPersonHasTheirOwnPlaces() throws Exception {
        person(at(SERVER, 2));
        person(at(SERVER, 2));

        assertGaveWay(4, 5, 6, 7);
    }

    @Test
    void whatIsFreeAlreadyNeedsNobodyToGo() throws Exception {
        answers.get(2).close();
        person(at(SERVER, 2));

        assertGaveWay(7);
    }

    @Test
    void anotherGoesForOneThatAPersonTookOver() throws Exception {
        person(at(SERVER, 2));
        answers.get(7).promote();

        assertGaveWay(5, 6, 7);
    }

    @Test
    void anotherGoesForOneThatFailsToGo() throws Exception {
        answers.get(7).close();
        permits.request(at(SERVER, 1), false, () -> {
            throw new IllegalStateException("the database is away");
        });

        person(at(SERVER, 2));

        assertGaveWay(5, 6);
    }

    @Test
    void nobodyGoesForAPlaceElsewhere() throws Exception {
        answers.getFirst().close();
        person(at(OTHER, 8));
        person(List.of(new Need(SERVER, 1, 8), new Need(OTHER, 1, 8)));

        assertGaveWay();
    }

    @Test
    void allGoWhereSoManyPeopleWait() throws Exception {
        for (var i = 0; i < 9; i++) {
            person(at(SERVER, 2));
        }

        assertGaveWay(0, 1, 2, 3, 4, 5, 6, 7);
    }
}
