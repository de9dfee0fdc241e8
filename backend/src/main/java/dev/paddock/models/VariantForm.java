package dev.paddock.models;

import dev.paddock.shared.Faults;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** All that a lead says about a variant; checked as a whole, so that a form shows every fault at once. */
public record VariantForm(
        String name,
        UUID endpoint,
        String model,
        String systemPrompt,
        double temperatureMin,
        double temperatureMax,
        double topP,
        int maxTokens,
        int contextTokens,
        List<String> stop,
        String iteration,
        String promptFormat) {

    private static final String KEY = "[a-z0-9][a-z0-9._-]{0,62}";

    public VariantForm {
        var faults = new Faults();
        faults.unless(stop.stream().noneMatch(Objects::isNull), "stop", "holds a null");
        faults.refuse();
        stop = List.copyOf(stop);
        faults.unless(
                name.matches(KEY),
                "name",
                "wants lower-case letters, digits, dots and hyphens, at most 63, e.g. rlhf-v3-warm");
        faults.text("model", model, 1, 200);
        faults.text("systemPrompt", systemPrompt, 0, 10_000);
        faults.text("iteration", iteration, 0, 100);
        faults.text("promptFormat", promptFormat, 0, 100);
        faults.within("temperatureMin", temperatureMin, 0, 2);
        faults.within("temperatureMax", temperatureMax, 0, 2);
        faults.unless(temperatureMin <= temperatureMax, "temperatureMax", "must not be below temperatureMin");
        faults.unless(topP > 0 && topP <= 1, "topP", "must be above 0 and at most 1");
        faults.within("maxTokens", maxTokens, 1, 32_768);
        faults.within("contextTokens", contextTokens, 128, 1_048_576);
        faults.unless(maxTokens < contextTokens, "maxTokens", "must be smaller than contextTokens, or no prompt fits");
        faults.unless(stop.size() <= 8, "stop", "takes at most 8 texts");
        stop.forEach(text -> faults.text("stop", text, 1, 100));
        faults.refuse();
    }

    /** With the sampling that suits a small chat model, for a form's first look and an API caller who does not care. */
    public static VariantForm plain(
            String name, UUID endpoint, String model, double temperatureMin, double temperatureMax) {
        return new VariantForm(
                name, endpoint, model, "", temperatureMin, temperatureMax, 0.95, 256, 2048, List.of(), "", "");
    }
}
