package dev.paddock.web.models;

import dev.paddock.models.EndpointForm;
import dev.paddock.models.ModelEndpoint;
import dev.paddock.shared.InvalidInput;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A server as the owner types it. An empty key keeps the one there is; {@code withoutKey} removes it. */
record EndpointInput(
        @Nullable String name,
        @Nullable String baseUrl,
        @Nullable String key,
        @Nullable String slots,
        @Nullable Boolean withoutKey) {

    static EndpointInput empty() {
        return new EndpointInput("", "", "", "4", false);
    }

    static EndpointInput of(ModelEndpoint endpoint) {
        return new EndpointInput(
                endpoint.name(), String.valueOf(endpoint.baseUrl()), "", Integer.toString(endpoint.slots()), false);
    }

    EndpointForm toForm() {
        var typed = Objects.requireNonNullElse(key, "").strip();
        var wanted = Boolean.TRUE.equals(withoutKey) ? "" : typed.isEmpty() ? null : typed;
        return new EndpointForm(
                Objects.requireNonNullElse(name, ""), Objects.requireNonNullElse(baseUrl, ""), wanted, whole(slots));
    }

    private static int whole(@Nullable String text) {
        try {
            return Integer.parseInt(String.valueOf(text).strip());
        } catch (NumberFormatException none) {
            throw new InvalidInput("slots", "must be a whole number");
        }
    }
}
