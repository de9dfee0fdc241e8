package dev.paddock.reward;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.BackendTest;
import dev.paddock.Harvest;
import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.rewardmodel.scoring.NotScorable;
import dev.paddock.samples.Samples;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The scores of a model that is not registered yet. */
@BackendTest
class FirstScoresTest {

    private static final int MANY = 2 * Scoring.AT_ONCE + 3;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Scoring scoring;

    @Autowired
    Samples samples;

    @Autowired
    Backlog backlog;

    final String name = "new-" + UUID.randomUUID();
    final FakeRewardModel model = new FakeRewardModel(ModelKind.HELPFULNESS, FirstScoresTest::score);
    final Map<UUID, List<Message>> conversations = new LinkedHashMap<>();
    Harvest harvest;

    private static double score(String answer) {
        if (answer.startsWith("Too long")) {
            throw new NotScorable("This one is too long.");
        }
        return answer.length();
    }

    @BeforeEach
    void answers() {
        harvest = new Harvest(jdbc, "helpfulness");
        answers(MANY);
    }

    private void answers(int count) {
        var turn = harvest.turn(harvest.conversation(null, "", null), 1, "Hi", "One.", "Two.");
        for (var i = 0; i < count; i++) {
            add(turn.id(), "x".repeat(i + 1));
        }
    }

    private UUID add(UUID turn, String text) {
        var sample = harvest.sample(turn, text, "imported", OffsetDateTime.now());
        conversations.put(sample, List.of(Message.user("Hi"), Message.assistant(text)));
        return sample;
    }

    private FirstScores first() {
        return FirstScores.of(name, model, conversations, scoring, _ -> {});
    }

    private Map<UUID, Double> saved() {
        return samples.scores(conversations.keySet()).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().getFirst().value()));
    }

    @Test
    void areAskedForInHandfulsWhereTheModelBatches() {
        model.batches = true;

        first().save(samples, backlog);

        assertThat(model.together).containsExactly(Scoring.AT_ONCE, Scoring.AT_ONCE, 3);
        assertThat(saved()).hasSize(MANY);
        conversations.forEach((sample, conversation) -> assertThat(saved())
                .containsEntry(sample, (double) conversation.getLast().content().length()));
    }

    @Test
    void areAskedForInHandfulsOfWhichEachCoreTakesSomeWhereItDoesNot() {
        first().save(samples, backlog);

        assertThat(model.together).containsExactly(Scoring.AT_ONCE, Scoring.AT_ONCE, 3);
        assertThat(saved()).hasSize(MANY);
    }

    @Test
    void areThereOnlyWhenTheyAreSavedWithWhatItCannotTake() {
        model.batches = true;
        var turn = harvest.turn(harvest.conversation(null, "", null), 1, "Hi", "One.", "Two.");
        var tooLong = add(turn.id(), "Too long.");

        var first = first();

        assertThat(saved()).isEmpty();
        assertThat(backlog.givenUp(name)).isEmpty();
        first.save(samples, backlog);
        assertThat(saved()).hasSize(MANY).doesNotContainKey(tooLong);
        assertThat(backlog.givenUp(name)).hasValue(new Unscorable(1, "This one is too long."));
    }
}
