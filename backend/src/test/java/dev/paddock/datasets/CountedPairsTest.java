package dev.paddock.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.BackendTest;
import dev.paddock.Harvest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is counted is what is read. */
@BackendTest
class CountedPairsTest {

    @Autowired
    JudgedPairs pairs;

    @Autowired
    JdbcClient jdbc;

    private static Harvest.Turn turn(Harvest harvest) {
        return harvest.turn(harvest.conversation(null, "", null), 1, "q", "a", "b");
    }

    private long read(Harvest harvest) {
        var all = new ArrayList<JudgedPair>();
        pairs.read(harvest.campaign, pairs.last(), all::add);
        return all.size();
    }

    @Test
    void countsEachCampaignByItselfAndACorrectionOnce() {
        var one = new Harvest(jdbc, "helpfulness");
        var other = new Harvest(jdbc, "safety");
        var empty = new Harvest(jdbc, "helpfulness");
        var corrected = turn(one);
        one.said(corrected).revising(one.said(corrected).saved()).saved();
        one.said(turn(one)).saved();
        other.said(turn(other)).safety("both-safe", 5, 5).saved();
        other.said(turn(other)).safety("chosen-safe", 1, 5).saved();

        assertThat(pairs.counts(List.of(one.campaign, other.campaign, empty.campaign)))
                .isEqualTo(Map.of(one.campaign, 2L, other.campaign, 1L));
        assertThat(read(one)).isEqualTo(2);
        assertThat(read(other)).isEqualTo(1);
        assertThat(pairs.counts(List.of())).isEmpty();
    }

    @Test
    void saysWhetherThereIsAnyUpToANumber() {
        var one = new Harvest(jdbc, "helpfulness");
        var empty = new Harvest(jdbc, "helpfulness");
        var before = pairs.last();
        one.said(turn(one)).saved();

        assertThat(pairs.any(List.of(empty.campaign, one.campaign), pairs.last()))
                .isTrue();
        assertThat(pairs.any(List.of(empty.campaign, one.campaign), before)).isFalse();
        assertThat(pairs.any(List.of(empty.campaign), pairs.last())).isFalse();
    }
}
