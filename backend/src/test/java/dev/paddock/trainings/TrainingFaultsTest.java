package dev.paddock.trainings;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.paddock.reward.Candidates;
import dev.paddock.reward.RewardSwitch;
import dev.paddock.reward.Rewards;
import dev.paddock.shared.JobState;
import dev.paddock.shared.Standstills;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What leads can do something about is told to them as it is; what only who runs Paddock can, stands in the log. */
class TrainingFaultsTest extends MeasuredWorld {

    private final Logger logger = (Logger) LoggerFactory.getLogger(TrainingWorker.class);
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @BeforeEach
    void listen() {
        logged.start();
        logger.addAppender(logged);
    }

    @AfterEach
    void listenNoMore() {
        logger.detachAppender(logged);
    }

    @Test
    void aFolderOfPairsThatHoldsNoneIsAFault() {
        serves(String::length);
        var asked = start();

        withPairsFrom(folder).work();

        var run = trainings.get(olive, asked.id());
        assertThat(run.state()).isEqualTo(JobState.FAILED);
        assertThat(run.failure()).contains("The log says more").doesNotContain(folder.toString());
        assertThat(logged.list)
                .singleElement()
                .satisfies(event -> assertThat(event.getThrowableProxy().getMessage())
                        .contains("holds no HH-RLHF file", folder.toString()));
    }

    /** Of these there is nothing to mix in. */
    @Test
    void aFolderOfPairsOfTheOtherKindIsNone() throws IOException {
        Files.createFile(folder.resolve("harmless-base.jsonl.gz"));
        serves(String::length);
        var asked = start();

        withPairsFrom(folder).work();

        assertThat(report(trainings.get(olive, asked.id())).seedPairs()).isZero();
        assertThat(logged.list).isEmpty();
    }

    private TrainingWorker withPairsFrom(Path seed) {
        var settings = new TrainingSettings(seed.toString());
        return new TrainingWorker(
                context.getBean(TrainingTable.class),
                new TrainingWork(
                        context.getBean(Selections.class),
                        context.getBean(Rewards.class),
                        context.getBean(Candidates.class),
                        settings,
                        context.getBean(Standstills.class)),
                settings,
                context.getBean(RewardSwitch.class));
    }
}
