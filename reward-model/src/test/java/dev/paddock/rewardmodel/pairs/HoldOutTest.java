package dev.paddock.rewardmodel.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoldOutTest {

    @Test
    void isATenthOfAllConversations() {
        var held = IntStream.range(0, 20_000)
                .filter(i -> HoldOut.contains("question " + i))
                .count();
        assertThat(held).isBetween(1_850L, 2_150L);
    }

    /** These are for ever: what was held out once must be held out in every later version. */
    @ParameterizedTest
    @CsvSource({
        "what is the sea?,false",
        "why is the sky blue?,false",
        "hello,true",
        "question 7,false",
        "question 23,true",
        "'',true"
    })
    void neverChanges(String root, boolean held) {
        assertThat(HoldOut.contains(root)).isEqualTo(held);
    }

    /** Nor these: models that were judged at different times are to be judged by the same ones. */
    @ParameterizedTest
    @CsvSource({"hello,4721780932789263346", "question 23,-6500361261544953797", "'',-8341357147756635197"})
    void drawsTheSameLotForEver(String root, long lot) {
        assertThat(HoldOut.lot(root)).isEqualTo(lot);
    }
}
