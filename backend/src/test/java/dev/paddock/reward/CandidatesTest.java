package dev.paddock.reward;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.rewardmodel.ModelLoading;
import dev.paddock.rewardmodel.scoring.ModelKind;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class CandidatesTest extends DefaultWorld {

    @Autowired
    Candidates candidates;

    @Test
    void aBundleThatWasMadeHereDoesNotWaitForThoseThatPeopleSend() throws Exception {
        var begun = new CountDownLatch(1);
        var over = new CountDownLatch(1);
        var bundle = stable.brought(ModelKind.SAFETY);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.submit(() -> ModelLoading.aside(() -> {
                begun.countDown();
                over.await(60, TimeUnit.SECONDS);
                return () -> {};
            }));
            try {
                assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();

                var described = CompletableFuture.supplyAsync(() -> candidates.describe(bundle), threads)
                        .get(20, TimeUnit.SECONDS);

                assertThat(described.kind()).isEqualTo(ModelKind.SAFETY);
                assertThat(over.getCount()).isOne();
            } finally {
                over.countDown();
            }
        }
    }
}
