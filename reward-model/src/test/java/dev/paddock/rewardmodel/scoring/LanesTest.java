package dev.paddock.rewardmodel.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class LanesTest {

    @Test
    void keepsTheOrder() {
        assertThat(Lanes.map(3, List.of(1, 2, 3, 4, 5), number -> number * number))
                .containsExactly(1, 4, 9, 16, 25);
    }

    @Test
    void computesOnNoVirtualThreadNotEvenASingleThing() {
        var virtual = new CompletableFuture<List<Boolean>>();

        Thread.ofVirtual()
                .start(() -> virtual.complete(
                        Lanes.map(2, List.of("one"), _ -> Thread.currentThread().isVirtual())));

        assertThat(virtual.join()).containsExactly(false);
    }
}
