package dev.paddock.bestofk.curves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SweepTest {

    private static double[] of(double... rewards) {
        return rewards;
    }

    private static List<SweepRow> rows(List<Map<Double, double[]>> prompts) {
        return new Sweep(prompts).rows();
    }

    /** Six prompts, each as much better than the last as no temperature is. */
    private static List<Map<Double, double[]>> six(double... ahead) {
        return IntStream.range(0, 6)
                .mapToObj(prompt -> Map.of(
                        0.5, of(prompt, prompt, prompt),
                        1.2, of(prompt + ahead[prompt], prompt + ahead[prompt], prompt + ahead[prompt])))
                .toList();
    }

    @Test
    void namesATemperatureThatLeadsPromptByPrompt() {
        var last = rows(six(0.1, 0.12, 0.08, 0.1, 0.11, 0.09)).getLast();

        assertThat(last.n()).isEqualTo(3);
        assertThat(last.prompts()).isEqualTo(6);
        assertThat(last.best()).isEqualTo(1.2);
        var cool = last.maxima().getFirst();
        assertThat(cool.temperature()).isEqualTo(0.5);
        assertThat(cool.maximum().mean()).isEqualTo(2.5);
        assertThat(cool.maximum().error()).isGreaterThan(0.5);
        var behind = Objects.requireNonNull(cool.behind());
        assertThat(behind.mean()).isCloseTo(0.1, within(1e-12));
        assertThat(behind.error()).isCloseTo(Math.sqrt(0.001 / 5 / 6), within(1e-12));
        assertThat(last.maxima().getLast().behind()).isNull();
    }

    @Test
    void namesNoneWhoseLeadIsWithinItsError() {
        var last = rows(six(0.5, -0.4, 0.5, -0.4, 0.5, 0)).getLast();

        assertThat(last.best()).isNull();
        assertThat(last.leading()).isEqualTo(1.2);
        assertThat(Objects.requireNonNull(last.maxima().getFirst().behind()).mean())
                .isPositive();
    }

    /** A mean of 0.16 with a standard error of 0.070, 2.3 times that: over six prompts one of fourteen is so by chance. */
    @Test
    void fewPromptsNeedALargerLead() {
        var ahead = new double[] {0.4, 0.02, 0.25, 0.1, 0.25, -0.06};

        assertThat(rows(six(ahead)).getLast().best()).isNull();

        var sixty = Collections.nCopies(10, six(ahead)).stream()
                .flatMap(List::stream)
                .toList();
        assertThat(rows(sixty).getLast().best()).isEqualTo(1.2);
    }

    @Test
    void namesNoneOfAFewPromptsNorOneAlone() {
        assertThat(rows(six(1, 1, 1, 1, 1, 1).subList(0, 4)).getLast().best()).isNull();
        assertThat(rows(six(1, 1, 1, 1, 1, 1).subList(0, 5)).getLast().best()).isEqualTo(1.2);
        assertThat(rows(Collections.nCopies(9, Map.of(0.7, of(1, 2)))).getLast().best())
                .isNull();
    }

    /** The lucky prompt is an easy one: at 0.8 it is as good as at 1.4. */
    @Test
    void onePromptThatKeptItsSamplesDoesNotWinForItsTemperature() {
        var prompts = new ArrayList<Map<Double, double[]>>(
                Collections.nCopies(9, Map.of(0.8, of(0.5, 0.6, 0.6), 1.4, of(0.3, 0.4))));
        prompts.add(Map.of(0.8, of(0.7, 0.7, 0.7), 1.4, of(0.7, 0.7, 0.7)));

        var rows = rows(prompts);

        assertThat(rows).extracting(SweepRow::n).containsExactly(1, 2);
        assertThat(rows).extracting(SweepRow::prompts).containsOnly(10);
        assertThat(rows).extracting(SweepRow::best).containsOnly(0.8);
    }

    @Test
    void comparesOnTheSamePrompts() {
        var prompts = new ArrayList<Map<Double, double[]>>(
                Collections.nCopies(5, Map.of(0.8, of(0.5, 0.6), 1.4, of(0.4, 0.5))));
        prompts.addAll(Collections.nCopies(4, Map.of(0.8, of(0.1, 0.1))));

        var row = rows(prompts).getLast();

        assertThat(row.prompts()).isEqualTo(5);
        assertThat(row.maxima()).extracting(each -> each.maximum().mean()).containsExactly(0.6, 0.5);
        assertThat(row.best()).isEqualTo(0.8);
    }

    @Test
    void aTemperatureThatFailedAlmostEverywhereDoesNotHideTheOthers() {
        var prompts = new ArrayList<Map<Double, double[]>>(
                Collections.nCopies(9, Map.of(0.8, of(0.5, 0.6), 1.4, of(0.4, 0.5))));
        prompts.add(Map.of(0.8, of(0.5, 0.6), 1.4, of(0.4, 0.5), 2.0, of(0.9, 0.9)));

        var row = rows(prompts).getLast();

        assertThat(row.prompts()).isEqualTo(10);
        assertThat(row.maxima()).extracting(SweepRow.Maximum::temperature).containsExactly(0.8, 1.4);
    }

    /** At six of the prompts 1.4 has one sample left of ten. */
    @Test
    void aTemperatureThatLostMostOfItsSamplesDoesNotHideTheOthers() {
        var ten = IntStream.range(0, 10).asDoubleStream().toArray();
        var prompts = new ArrayList<Map<Double, double[]>>(Collections.nCopies(4, Map.of(0.8, of(ten), 1.0, of(ten))));
        prompts.addAll(Collections.nCopies(6, Map.of(0.8, of(ten), 1.0, of(ten), 1.4, of(9))));

        var row = rows(prompts).getLast();

        assertThat(row.n()).isEqualTo(10);
        assertThat(row.prompts()).isEqualTo(10);
        assertThat(row.maxima()).extracting(SweepRow.Maximum::temperature).containsExactly(0.8, 1.0);
    }

    @Test
    void whereNothingIsSharedNothingIsCompared() {
        assertThat(rows(List.of(Map.of(0.8, of(1)), Map.of(1.4, of(2))))).isEmpty();
        assertThat(rows(List.of())).isEmpty();
    }

    @Test
    void tellsSomeOfN() {
        var twelve = of(IntStream.range(0, 12).asDoubleStream().toArray());

        assertThat(rows(Collections.nCopies(5, Map.of(0.8, twelve, 1.4, twelve))))
                .extracting(SweepRow::n)
                .containsExactly(1, 2, 5, 10, 12);
    }
}
