package dev.paddock.datasets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.BackendTest;
import dev.paddock.Harvest;
import dev.paddock.people.Caller;
import dev.paddock.people.Role;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A campaign's comparisons, and Olive who takes them away. */
@BackendTest
abstract class ExportsTest {

    @Autowired
    Exports exports;

    @Autowired
    JdbcClient jdbc;

    Harvest harvest;
    final Caller olive = Caller.signedIn(UUID.randomUUID(), "Olive", Role.OWNER);

    @BeforeEach
    void plant() {
        harvest = new Harvest(jdbc, "safety");
    }

    Harvest.Turn turn() {
        return harvest.turn(harvest.conversation(null, "", harvest.ada), 1, "Hi", "Hello.", "What?");
    }

    List<String> lines(Shape shape, Margin margin) {
        var written = written(olive, new Recipe(shape, margin, 0));
        assertThat(written).endsWith("\n");
        return List.of(written.split("\n"));
    }

    String written(Caller caller, Recipe recipe) {
        var out = new ByteArrayOutputStream();
        exports.write(caller, harvest.campaign, recipe, _ -> out);
        return out.toString(UTF_8);
    }
}
