package dev.paddock.web.models;

import dev.paddock.models.ModelVariant;
import dev.paddock.models.VariantForm;
import dev.paddock.shared.Faults;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A variant as a lead types it: all texts, so that whatever was typed can be shown again. Stop texts stand one a line. */
record VariantInput(
        @Nullable String name,
        @Nullable String endpoint,
        @Nullable String model,
        @Nullable String systemPrompt,
        @Nullable String temperatureMin,
        @Nullable String temperatureMax,
        @Nullable String topP,
        @Nullable String maxTokens,
        @Nullable String contextTokens,
        @Nullable String stop,
        @Nullable String iteration,
        @Nullable String promptFormat,
        @Nullable Integer revision) {

    static VariantInput empty() {
        return new VariantInput("", "", "", "", "0.7", "1.0", "0.95", "256", "2048", "", "", "", 0);
    }

    static VariantInput of(ModelVariant variant) {
        return new VariantInput(
                variant.name(),
                variant.endpointId().toString(),
                variant.model(),
                variant.systemPrompt(),
                Double.toString(variant.temperatureMin()),
                Double.toString(variant.temperatureMax()),
                Double.toString(variant.topP()),
                Integer.toString(variant.maxTokens()),
                Integer.toString(variant.contextTokens()),
                String.join("\n", variant.stop()),
                variant.iteration(),
                variant.promptFormat(),
                variant.revision());
    }

    /** The revision that the change was made from; one that never was, when the form does not say. */
    int known() {
        return revision == null ? 0 : revision;
    }

    VariantForm toForm() {
        var faults = new Faults();
        double[] numbers = {
            number(faults, "temperatureMin", temperatureMin),
            number(faults, "temperatureMax", temperatureMax),
            number(faults, "topP", topP),
            number(faults, "maxTokens", maxTokens),
            number(faults, "contextTokens", contextTokens)
        };
        var where = id(faults, endpoint);
        faults.refuse();
        return new VariantForm(
                text(name),
                where,
                text(model),
                Objects.requireNonNullElse(systemPrompt, "").replace("\r\n", "\n"),
                numbers[0],
                numbers[1],
                numbers[2],
                (int) numbers[3],
                (int) numbers[4],
                lines(stop),
                text(iteration),
                text(promptFormat));
    }

    private static double number(Faults faults, String field, @Nullable String text) {
        try {
            double value = Double.parseDouble(text(text).replace(',', '.'));
            boolean whole = !field.endsWith("Tokens") || value == Math.rint(value);
            faults.unless(
                    whole && Double.isFinite(value), field, whole ? "must be a number" : "must be a whole number");
            return value;
        } catch (NumberFormatException none) {
            faults.unless(false, field, "must be a number");
            return 0;
        }
    }

    private static UUID id(Faults faults, @Nullable String text) {
        try {
            return UUID.fromString(text(text));
        } catch (IllegalArgumentException none) {
            faults.unless(false, "endpoint", "must be one of the list");
            return new UUID(0, 0);
        }
    }

    private static List<String> lines(@Nullable String text) {
        return Arrays.stream(text(text).split("\\R"))
                .filter(line -> !line.isBlank())
                .toList();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
