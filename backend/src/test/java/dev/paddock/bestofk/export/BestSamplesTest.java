package dev.paddock.bestofk.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.bestofk.BestOfKRun;
import dev.paddock.bestofk.RankedBy;
import dev.paddock.bestofk.RunWish;
import dev.paddock.bestofk.work.RunWorld;
import dev.paddock.people.Caller;
import dev.paddock.people.Role;
import dev.paddock.people.Scope;
import dev.paddock.samples.RootId;
import dev.paddock.shared.Conflict;
import dev.paddock.shared.InvalidInput;
import dev.paddock.shared.NotAllowed;
import dev.paddock.shared.NotFound;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BestSamplesTest extends RunWorld {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired
    BestSamples bestSamples;

    private static BestSampleRecipe best(@Nullable Double temperature, int top, double least) {
        return new BestSampleRecipe(BestSampleShape.CHAT, temperature, top, least);
    }

    private List<String> lines(Caller caller, UUID run, BestSampleRecipe recipe) {
        var told = new long[1];
        var out = new ByteArrayOutputStream();
        bestSamples.write(caller, run, recipe, rows -> {
            told[0] = rows;
            return out;
        });
        var lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(told[0]).isEqualTo(lines.size());
        return lines;
    }

    private List<JsonNode> rows(BestOfKRun run, BestSampleRecipe recipe) {
        return lines(olive, run.id(), recipe).stream().map(JSON::readTree).toList();
    }

    @Test
    void theBestOfEachPromptLeavesAsAConversation() {
        var run = done(wish(4, 0.7, 1.1));

        var rows = rows(run, best(null, 1, 0));

        assertThat(rows).hasSize(2);
        var longest = samples(run).stream()
                .filter(sample -> sample.prompt().equals(first.id()))
                .mapToInt(sample -> sample.text().length())
                .max()
                .orElseThrow();
        var row = rows.getFirst();
        assertThat(row.at("/messages/0/role").asString()).isEqualTo("user");
        assertThat(row.at("/messages/0/content").asString()).isEqualTo(first.text());
        assertThat(row.at("/messages/1/role").asString()).isEqualTo("assistant");
        assertThat(row.at("/messages/1/content").asString()).hasSize(longest);
        assertThat(row.at("/root").asString()).isEqualTo(RootId.of(first.text()).toString());
        assertThat(rows.getLast().at("/root").asString())
                .isEqualTo(RootId.of(second.text()).toString());
    }

    @Test
    void exactRecords() {
        jdbc.sql("update prompt set system_text = 'Be brief.', risk_category = 'illicit-and-criminal' where id = ?")
                .param(first.id())
                .update();
        var run = done(new RunWish(
                campaign.id(), variant(), 1, List.of(0.9), 7L, RankedBy.HELPFULNESS, List.of(first.id()), null));
        var sample = samples(run).getFirst();
        var told = sample.outcome();
        var ours = """
                "id":"%s","rank":1,"reward":%s,"rankedBy":"helpfulness","scores":{"helpfulness":%s,"safety":null},\
                "rewardModels":{"helpfulness":"likes-long","safety":null},"providers":{"helpfulness":"cpu","safety":null},\
                "precisions":{"helpfulness":"fp32","safety":null},"run":%d,"k":1,"campaignId":"%s","root":"%s","heldOut":false,\
                "riskCategory":"illicit-and-criminal","attackVector":"","sample":{"variant":"%s","revision":%d,"model":"babbler-1",\
                "weightsSha256":"","temperature":0.9,"topP":0.9,"seed":%d,"finish":"%s"}}""".formatted(
                        sample.id(),
                        sample.reward(),
                        sample.helpfulness(),
                        run.number(),
                        campaign.id(),
                        RootId.of(first.text()),
                        variant(),
                        run.revision(),
                        sample.provenance().seed(),
                        told.finish());
        var asked = "{\"role\":\"system\",\"content\":\"Be brief.\"},{\"role\":\"user\",\"content\":\"" + first.text()
                + "\"}";
        var answer = "{\"role\":\"assistant\",\"content\":\"" + sample.text() + "\"}";

        assertThat(lines(olive, run.id(), best(null, 1, 0)))
                .containsExactly("{\"messages\":[" + asked + "," + answer + "]," + ours);
        assertThat(lines(olive, run.id(), new BestSampleRecipe(BestSampleShape.PROMPT_COMPLETION, null, 1, 0)))
                .containsExactly("{\"prompt\":[" + asked + "],\"completion\":[" + answer + "]," + ours);
    }

    @Test
    void theTopOnesComeInOrderAndTheSameWordsOnce() {
        var run = done(wish(6, 0.7, 1.1));
        jdbc.sql("alter table best_of_k_sample disable trigger best_of_k_sample_stays_on_record")
                .update();
        var twice = samples(run).stream()
                .filter(sample -> sample.prompt().equals(first.id()))
                .limit(2)
                .toList();
        jdbc.sql("update best_of_k_sample set text = 'same', text_sha256 = 'same' where id in (?, ?)")
                .params(twice.get(0).id(), twice.get(1).id())
                .update();
        jdbc.sql("alter table best_of_k_sample enable trigger best_of_k_sample_stays_on_record")
                .update();

        var rows = rows(run, best(null, 12, 0)).stream()
                .filter(row -> row.at("/root")
                        .asString()
                        .equals(RootId.of(first.text()).toString()))
                .toList();

        assertThat(rows).hasSize(11);
        assertThat(rows).extracting(row -> row.at("/rank").asInt()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        assertThat(rows)
                .extracting(row -> -row.at("/scores/helpfulness").asDouble())
                .isSorted();
    }

    @Test
    void onlyOneTemperatureAndOnlyRewardsOfAtLeastSoMuch() {
        var run = done(wish(6, 0.7, 1.1));
        var middle = samples(run).stream()
                .mapToDouble(sample -> Objects.requireNonNull(sample.reward()))
                .average()
                .orElseThrow();

        assertThat(rows(run, best(1.1, 3, 0)))
                .hasSize(6)
                .extracting(row -> row.at("/sample/temperature").asDouble())
                .containsOnly(1.1);
        assertThat(rows(run, best(null, 12, middle)))
                .isNotEmpty()
                .hasSizeLessThan(12 * 2)
                .allSatisfy(row -> assertThat(row.at("/reward").asDouble()).isGreaterThanOrEqualTo(middle));
        assertThat(rows(run, best(null, 1, 1))).isEmpty();
    }

    @Test
    void refusesWhatTheRunHasNot() {
        assertThatThrownBy(() -> best(null, 0, 0)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> best(null, 1, Double.NaN)).isInstanceOf(InvalidInput.class);
        var waiting = runs.start(olive, wish(2, 1.0));
        assertThatThrownBy(() -> lines(olive, waiting.id(), best(null, 1, 0))).isInstanceOf(Conflict.class);
        work();
        assertThatThrownBy(() -> lines(olive, waiting.id(), best(0.5, 1, 0)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("temperature");
    }

    @Test
    void takesAwayOnlyWhoLeadsTheCampaignWithTheScope() {
        var run = done(wish(2, 1.0));
        var stranger = Caller.signedIn(UUID.randomUUID(), "Lee", Role.LEAD);
        var withoutScope = new Caller(olive.person(), "Olive", Role.OWNER, Set.of(Scope.LEAD));
        var exportAlone = new Caller(olive.person(), "Olive", Role.OWNER, Set.of(Scope.EXPORT));

        assertThat(lines(exportAlone, run.id(), best(null, 1, 0))).hasSize(2);
        assertThatThrownBy(() -> lines(withoutScope, run.id(), best(null, 1, 0)))
                .isInstanceOf(NotAllowed.class)
                .hasMessageContaining("export");
        assertThatThrownBy(() -> lines(stranger, run.id(), best(null, 1, 0))).isInstanceOf(NotFound.class);
    }
}
