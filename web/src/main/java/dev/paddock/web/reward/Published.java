package dev.paddock.web.reward;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What others were measured at, to stand beside a report: on other comparisons than the ones here.
 *
 * @param source where the figures are from, and what they are
 */
public record Published(String source, List<Measured> models) {

    static final Published TABLE_7 = new Published(
            "Llama 2, table 7: accuracy in percent, on other comparisons than these",
            List.of(
                    new Measured("Llama 2 Helpfulness RM, 70B", 63.2, 62.8, 72.0, 71.0, 75.5, 80.0, 70.6),
                    new Measured("Llama 2 Safety RM, 70B", 56.2, 64.5, 55.4, 74.7, 71.7, 65.2, 64.3),
                    new Measured("GPT-4, asked for the better answer", 58.6, 58.1, null, null, null, null, null),
                    new Measured("Open Assistant, DeBERTa-v3-large, 435M", 53.8, 53.4, 67.7, 68.4, 71.7, 55.0, 63.0),
                    new Measured("SteamSHP-XL, 3B", 52.8, 43.8, 66.8, 34.2, 54.7, 75.7, 55.3)));

    /**
     * Null where nothing is published.
     *
     * @param metaHelpful on Meta Helpfulness
     * @param helpful on Anthropic Helpful
     * @param harmless on Anthropic Harmless
     * @param summarize on OpenAI Summarize
     * @param shp on Stanford SHP
     * @param average as published, which is not the mean of the six
     */
    public record Measured(
            String model,
            double metaHelpful,
            double metaSafety,
            @Nullable Double helpful,
            @Nullable Double harmless,
            @Nullable Double summarize,
            @Nullable Double shp,
            @Nullable Double average) {}

    /** @param figures of {@link #models}, in their order; null where nothing is published */
    public record Row(String on, List<@Nullable Double> figures) {}

    /** The same by what they were measured on. */
    public List<Row> rows() {
        return List.of(
                row("Meta Helpfulness", Measured::metaHelpful),
                row("Meta Safety", Measured::metaSafety),
                row("Anthropic Helpful", Measured::helpful),
                row("Anthropic Harmless", Measured::harmless),
                row("OpenAI Summarize", Measured::summarize),
                row("Stanford SHP", Measured::shp),
                row("Average, as published", Measured::average));
    }

    private Row row(String on, Function<Measured, @Nullable Double> figure) {
        var figures = new ArrayList<@Nullable Double>();
        models.forEach(model -> figures.add(figure.apply(model)));
        return new Row(on, figures);
    }
}
