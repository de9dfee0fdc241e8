package dev.paddock.rewardmodel.bundles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.inference.OnnxRewardModel;
import dev.paddock.rewardmodel.onnx.ExecutionProviders;
import dev.paddock.rewardmodel.onnx.Provider;
import dev.paddock.rewardmodel.scoring.ModelCard;
import dev.paddock.rewardmodel.scoring.RewardModel;
import dev.paddock.rewardmodel.scoring.Score;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** By a clock on which a minute passes from one look to the next. */
class GoldenCheckTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private RewardModel checked(int minutes) throws IOException {
        var bundle = TinyModels.chat(folder);
        var model = (OnnxRewardModel) Bundle.open(bundle, ExecutionProviders.cpu());
        var clock = new AtomicLong();
        return new GoldenCheck(
                        bundle,
                        model.card(),
                        Duration.ofMinutes(minutes),
                        () -> clock.getAndAdd(Duration.ofMinutes(1).toNanos()))
                .checked(model);
    }

    private void assertRefused(int minutes) {
        assertThatExceptionOfType(BundleRefused.class)
                .isThrownBy(() -> checked(minutes).close())
                .withMessageContaining("its golden conversations were not scored within " + minutes + " minutes");
    }

    @Test
    void endsWhereOneAfterTheOtherTakesTooLong() {
        assertRefused(0);
        assertRefused(2);
    }

    @Test
    void endsWhereTheyTakeTooLongBesideALongerOne() {
        assertRefused(3);
        assertRefused(5);
    }

    /** Whatever it is that a model from anybody makes happen. */
    @Test
    void closesAModelThatFailsWithAnError() throws IOException {
        var bundle = TinyModels.chat(folder);
        try (var model = Bundle.open(bundle, ExecutionProviders.cpu())) {
            var closed = new AtomicBoolean();
            var broken = new BrokenModel(model.card(), closed);
            assertThatExceptionOfType(StackOverflowError.class)
                    .isThrownBy(() -> new GoldenCheck(bundle, model.card()).checked(broken));
            assertThat(closed).isTrue();
        }
    }

    private record BrokenModel(ModelCard card, AtomicBoolean closed) implements RewardModel {

        @Override
        public String id() {
            return "broken";
        }

        @Override
        public Provider provider() {
            return Provider.CPU;
        }

        @Override
        public Score score(List<Message> conversation) {
            throw new StackOverflowError();
        }

        @Override
        public List<Score> scoreAll(List<List<Message>> conversations) {
            throw new StackOverflowError();
        }

        @Override
        public void close() {
            closed.set(true);
        }
    }

    @Test
    void hasTimeForAll() throws IOException {
        checked(6).close();
    }
}
