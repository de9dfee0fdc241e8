package dev.paddock.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.BackendTest;
import dev.paddock.people.Caller;
import dev.paddock.people.Role;
import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.onnx.ExecutionProviders;
import dev.paddock.rewardmodel.onnx.OnnxModel;
import dev.paddock.rewardmodel.onnx.TooLarge;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.shared.Refusal;
import dev.paddock.shared.Refusal.Fault;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A text that the memory does not hold even alone, or that the model does not get through in time. */
@BackendTest
class TooLargeTest {

    private static final List<Message> SHORT = List.of(Message.user("Hi"), Message.assistant("Hello."));
    private static final List<Message> LONG = List.of(Message.user("Hi"), Message.assistant("Hello and so on."));

    @Autowired
    RewardModels models;

    @Autowired
    ServingModels serving;

    final Caller grace = Caller.signedIn(UUID.randomUUID(), "Grace", Role.LEAD);

    @AfterEach
    void letGo() {
        serving.serve(ModelKind.SAFETY, new Standing.Opening());
    }

    private void assertRefused(OnnxModel glutton, long count, String reason) {
        var model = new FakeRewardModel(ModelKind.SAFETY, answer -> {
            try {
                return Gluttons.run(glutton, answer.equals("Hello.") ? 1 : count);
            } catch (TooLarge tooLarge) {
                throw tooLarge.over(LONG);
            }
        });
        serving.serve(ModelKind.SAFETY, new Standing.Serving(new OpenModel("glutton-" + reason, model)));

        assertThat(models.score(grace, ModelKind.SAFETY, List.of(SHORT)).scores())
                .hasSize(1);
        assertThatThrownBy(() -> models.score(grace, ModelKind.SAFETY, List.of(SHORT, LONG)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.TOO_LARGE);
                    assertThat(refusal.faults()).extracting(Fault::field).containsExactly("conversations[1].messages");
                })
                .hasMessageContaining(reason)
                .hasMessageContaining("shorter");
    }

    @Test
    void isRefusedWithItsPlaceWhereTheMemoryDoesNotHoldIt() {
        try (var greedy = ExecutionProviders.cpu().open(Gluttons.zeros(), "zeros")) {
            assertRefused(greedy, 1L << 50, "The memory for cpu does not hold it");
        }
    }

    @Test
    void isRefusedWithItsPlaceWhereItTakesTooLong() {
        var impatient = ExecutionProviders.cpu().endingRunsAfter(Duration.ofMillis(300));
        try (var endless = impatient.open(Gluttons.rounds(), "rounds")) {
            assertRefused(endless, Long.MAX_VALUE, "not through after 0.3 seconds");
        }
    }
}
