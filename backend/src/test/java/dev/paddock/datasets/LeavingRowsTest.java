package dev.paddock.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.people.Caller;
import dev.paddock.people.Role;
import dev.paddock.people.Scope;
import dev.paddock.shared.NotAllowed;
import dev.paddock.shared.NotFound;
import java.io.ByteArrayOutputStream;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which comparisons leave, and for whom. */
class LeavingRowsTest extends ExportsTest {

    @Test
    void aRevisionTakesThePlaceOfWhatItRevises() {
        var turn = turn();
        var first = harvest.said(turn).saved();
        var second = harvest.said(turn).chose(turn.b()).revising(first).saved();
        var third =
                harvest.said(turn).degree("slightly-better").revising(second).saved();

        assertThat(lines(Shape.TRL, Margin.NONE))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .contains(
                                "\"id\":\"" + third + "\"",
                                "\"revises\":\"" + second + "\"",
                                "\"degree\":\"slightly-better\""));
    }

    @Test
    void chosenUnsafeAndOtherSafeNeverLeaves() {
        harvest.said(turn()).safety("both-safe", 2, 3).saved();
        harvest.said(turn()).safety("both-unsafe", 1, 5).saved();
        var unsafeBoth = harvest.said(turn()).safety("both-unsafe", 2, 2).saved();
        var safeBoth = harvest.said(turn()).safety("both-safe", 3, 3).saved();

        assertThat(lines(Shape.TRL, Margin.NONE))
                .satisfiesExactly(
                        line -> assertThat(line).contains(unsafeBoth.toString()),
                        line -> assertThat(line).contains(safeBoth.toString()));
    }

    @Test
    void announcesHowManyRowsFollow() {
        harvest.said(turn()).saved();
        harvest.said(turn()).saved();
        harvest.said(turn()).safety("both-safe", 1, 5).saved();
        var announced = new long[1];

        exports.write(olive, harvest.campaign, new Recipe(Shape.TRL, Margin.NONE, 0), rows -> {
            announced[0] = rows;
            return new ByteArrayOutputStream();
        });

        assertThat(announced[0]).isEqualTo(2);
    }

    @Test
    void nothingIsOpenedForWhomMayNotRead() {
        var stranger = Caller.signedIn(UUID.randomUUID(), "Ada", Role.ANNOTATOR);
        var withoutScope = new Caller(olive.person(), "Olive", Role.OWNER, Set.of(Scope.LEAD));
        var recipe = new Recipe(Shape.TRL, Margin.NONE, 0);
        Exports.Destination unreachable = _ -> {
            throw new AssertionError("opened");
        };

        assertThatThrownBy(() -> exports.write(stranger, harvest.campaign, recipe, unreachable))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> exports.write(withoutScope, harvest.campaign, recipe, unreachable))
                .isInstanceOf(NotAllowed.class);
    }
}
