package dev.paddock.rewardmodel.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** Names in a model are quoted in full, and may be of any length and look like anything. */
@Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
class RuntimeWordsTest {

    private static String of(String words) {
        return RuntimeWords.of(new IllegalStateException(words));
    }

    @Test
    void placesInTheSourceAreLeftOut() {
        assertThat(
                        of(
                                "Error code - ORT_FAIL - message: /src/model.cc:177 void ns::Model::load(const Path&, F<void (int)>) const No such operator"))
                .isEqualTo("No such operator");
    }

    @Test
    void oneOfAMegabyteIsCut() {
        assertThat(of("No such operator: " + "a".repeat(1 << 20)))
                .startsWith("No such operator: aaa")
                .endsWith("a…")
                .hasSizeLessThan(2_100);
    }

    @Test
    void oneThatLooksLikeAPlaceInTheSourceTakesNoMoreOfTheStack() {
        assertThat(of("m.cc:1 x::y(" + "b".repeat(1 << 20) + ") ")).hasSizeLessThan(2_100);
        assertThat(of("m.cc:1 x::y(" + "b".repeat(1_900) + ") broke")).isEqualTo("broke");
    }

    @Test
    void oneOfManyPlacesIsThroughAtOnce() {
        assertThat(of("a.h:1 ::(".repeat(100_000))).hasSizeLessThan(2_100);
        assertThat(of("a.h:1 " + "::".repeat(100_000))).hasSizeLessThan(2_100);
    }
}
