package dev.paddock.annotations;

import static dev.paddock.annotations.ImportedWorld.PAIR;
import static dev.paddock.annotations.ImportedWorld.pair;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.paddock.BackendTest;
import dev.paddock.annotations.NewComparison.Then;
import dev.paddock.campaigns.Track;
import dev.paddock.datasets.Exports;
import dev.paddock.datasets.JudgedPairs;
import dev.paddock.datasets.Margin;
import dev.paddock.datasets.Recipe;
import dev.paddock.datasets.Shape;
import dev.paddock.insight.Insight;
import dev.paddock.insight.Judgement;
import dev.paddock.people.Caller;
import dev.paddock.shared.Proportion;
import dev.paddock.tasks.Desk;
import dev.paddock.tasks.PreparedCampaign;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Where imported judgements count, and where they would tell of people at work who were not there. */
@BackendTest
class ImportedFiguresTest {

    @Autowired
    BeanFactory beans;

    @Autowired
    Annotations annotations;

    @Autowired
    Insight insight;

    @Autowired
    Desk desk;

    @Autowired
    Exports exports;

    @Autowired
    JudgedPairs judgedPairs;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    EntityManager entities;

    @Test
    void figuresOfPeopleLeaveThemOutAndFiguresOfDataHaveThem() {
        var world = world(2);
        var grace = world.campaign.lead();
        world.imported(PAIR, pair("Who?", 1, "better"), pair("How?", 1, "slightly-better"));
        var ada = world.campaign.annotator();
        submit(ada, world.held(ada), Side.LEFT);

        var facts = insight.facts(grace, world.campaign.id());

        assertThat(facts.comparisons()).isEqualTo(4);
        assertThat(facts.imported()).isEqualTo(3);
        assertThat(facts.people()).isEqualTo(1);
        assertThat(facts.left().hits()).isEqualTo(1);
        assertThat(facts.left().of()).isEqualTo(1);
        assertThat(facts.degrees()).containsEntry("better", new Proportion(3, 4));
    }

    @Test
    void theyAreNoWorkOfTheImportersThoughTheirSlotsAreDone() {
        var world = world(2);
        var grace = world.campaign.lead();
        world.imported(PAIR, pair("Who?", 1, "better"));

        assertThat(desk.answered(grace, world.campaign.id())).isZero();
        assertThat(desk.progress(grace, List.of(world.campaign.id())))
                .containsValue(new Desk.Progress(world.campaign.id(), 0, false, 2, 4));
    }

    @Test
    void theyAreNotAmongOnesOwnComparisons() {
        var world = world(2);
        world.imported(PAIR);
        var ada = world.campaign.annotator();
        submit(ada, world.held(ada), Side.LEFT);

        assertThat(annotations.mine(world.campaign.lead(), null, 10).rows()).noneMatch(Comparison::imported);
        assertThat(annotations.mine(ada, null, 10).rows()).hasSize(1);
    }

    @Test
    void exportsAndTrainingsHaveThemAndTheExportSaysSo() {
        var world = world(2);
        world.imported(PAIR);
        var ada = world.campaign.annotator();
        submit(ada, world.held(ada), Side.LEFT);

        assertThat(exported(world))
                .satisfiesExactly(
                        imported -> assertThat(imported)
                                .contains("\"side\":null,\"seconds\":null")
                                .contains("\"imported\":true"),
                        own -> assertThat(own).contains("\"side\":\"left\"").contains("\"imported\":false"));
        var read = new ArrayList<Long>();
        judgedPairs.read(world.campaign.id(), judgedPairs.last(), pair -> read.add(pair.number()));
        assertThat(read).hasSize(2);
        assertThat(insight.conversation(world.campaign.lead(), conversation(world))
                        .turns()
                        .getFirst()
                        .judgements())
                .extracting(
                        Judgement::imported,
                        judgement -> judgement.side() == null,
                        judgement -> judgement.seconds() == null)
                .containsExactly(tuple(true, true, true), tuple(false, false, false));
    }

    @Test
    void whatOnePaddockExportsAnotherTakesAndExportsAlike() {
        var first = world(1);
        first.imported(
                PAIR,
                pair("Who?", 1, "slightly-better")
                        .replace("{\"text\":\"Fish.\"", "{\"variant\":\"v\",\"text\":\"Fish.\""));
        var second = world(1);

        assertThat(second.imported(exported(first).toArray(String[]::new)).accepted())
                .isEqualTo(2);

        assertThat(exported(second).stream().map(ImportedFiguresTest::told).toList())
                .isEqualTo(
                        exported(first).stream().map(ImportedFiguresTest::told).toList())
                .anyMatch(told -> told.contains("\"variant\":\"v\""));
        assertThat(first.imported(exported(first).toArray(String[]::new)).refusedInAll())
                .isEqualTo(2);
    }

    @Test
    void aCorrectionOfOneIsNoWorkOfAPersonHereEither() {
        var world = world(1);
        var grace = world.campaign.lead();
        world.imported(PAIR);
        var said = database.sql("select id from comparison where campaign_id = ?")
                .param(world.campaign.id())
                .query(UUID.class)
                .single();

        annotations.revise(grace, said, answer(Side.LEFT, Degree.NEGLIGIBLY_BETTER), IdempotencyKey.fresh());

        assertThat(world.comparisons()).extracting(ImportedWorld.Row::imported).containsExactly(true, true);
        assertThat(world.imported(PAIR).duplicates()).isEqualTo(1);
    }

    @Test
    void aWholeBatchHoldsOneLockOnItsNumbers() {
        var world = world(1);

        var locks = transaction.execute(_ -> {
            world.imported(PAIR, pair("Who?", 1, "better"), pair("How?", 1, "better"));
            entities.flush();
            return database.sql("""
                            select count(*) from pg_locks where locktype = 'advisory' and objsubid = 1 and mode = 'ShareLock' and pid = pg_backend_pid()
                               and ((classid::bigint << 32) | objid::bigint) >= 5000000000000000000
                            """).query(Long.class).single();
        });

        assertThat(locks).isEqualTo(1);
    }

    private ImportedWorld world(int judgements) {
        return new ImportedWorld(beans, new PreparedCampaign(beans, Track.HELPFULNESS, judgements));
    }

    private void submit(Caller person, UUID task, Side side) {
        annotations.submit(person, task, answer(side, Degree.BETTER), IdempotencyKey.fresh());
    }

    private static NewComparison answer(Side side, Degree degree) {
        return new NewComparison(side, degree, null, Ratings.NONE, Ratings.NONE, "", Then.END);
    }

    private UUID conversation(ImportedWorld world) {
        return database.sql("select id from conversation where campaign_id = ?")
                .param(world.campaign.id())
                .query(UUID.class)
                .single();
    }

    private List<String> exported(ImportedWorld world) {
        var out = new ByteArrayOutputStream();
        exports.write(world.campaign.lead(), world.campaign.id(), new Recipe(Shape.TRL, Margin.SMALL, 0), _ -> out);
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    /** What was said of what, without ids and times. */
    private static String told(String line) {
        return line.replaceAll("\"(id|savedAt|campaign|campaignId|root|conversation)\":\"[^\"]*\"", "")
                .replaceAll("\"number\":\\d+", "");
    }
}
