package dev.paddock.web.models;

import dev.paddock.models.ModelVariant;
import dev.paddock.models.VariantForm;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A variant as the API takes it; what is missing has a default, or stays as it is.
 *
 * @param endpoint the endpoint's id
 * @param revision of the variant that a change was made from
 */
record VariantBody(
        @Nullable String name,
        @Nullable UUID endpoint,
        @Nullable String model,
        @Nullable String systemPrompt,
        @Nullable Double temperatureMin,
        @Nullable Double temperatureMax,
        @Nullable Double topP,
        @Nullable Integer maxTokens,
        @Nullable Integer contextTokens,
        @Nullable List<String> stop,
        @Nullable String iteration,
        @Nullable String promptFormat,
        @Nullable Boolean enabled,
        @Nullable Integer revision) {

    private static final UUID NONE = new UUID(0, 0);

    VariantForm toNew() {
        return over(VariantForm.plain("new", NONE, "new", 0.7, 1.0), true);
    }

    VariantForm over(ModelVariant old) {
        return over(of(old), false);
    }

    static VariantForm of(ModelVariant old) {
        return new VariantForm(
                old.name(),
                old.endpointId(),
                old.model(),
                old.systemPrompt(),
                old.temperatureMin(),
                old.temperatureMax(),
                old.topP(),
                old.maxTokens(),
                old.contextTokens(),
                old.stop(),
                old.iteration(),
                old.promptFormat());
    }

    private VariantForm over(VariantForm base, boolean fresh) {
        return new VariantForm(
                Objects.requireNonNullElse(name, fresh ? "" : base.name()),
                Objects.requireNonNullElse(endpoint, base.endpoint()),
                Objects.requireNonNullElse(model, fresh ? "" : base.model()),
                Objects.requireNonNullElse(systemPrompt, base.systemPrompt()),
                Objects.requireNonNullElse(temperatureMin, base.temperatureMin()),
                Objects.requireNonNullElse(temperatureMax, base.temperatureMax()),
                Objects.requireNonNullElse(topP, base.topP()),
                Objects.requireNonNullElse(maxTokens, base.maxTokens()),
                Objects.requireNonNullElse(contextTokens, base.contextTokens()),
                Objects.requireNonNullElse(stop, base.stop()),
                Objects.requireNonNullElse(iteration, base.iteration()),
                Objects.requireNonNullElse(promptFormat, base.promptFormat()));
    }
}
