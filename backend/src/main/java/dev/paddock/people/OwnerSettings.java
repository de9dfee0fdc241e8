package dev.paddock.people;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The owner, for a start that nobody watches; all unset otherwise.
 *
 * @param email    PADDOCK_OWNER_EMAIL
 * @param password PADDOCK_OWNER_PASSWORD, used at the first start only: what the owner chose later stays
 * @param token    PADDOCK_OWNER_TOKEN, for scripts; another value at a later start replaces it
 */
@ConfigurationProperties("paddock.owner")
record OwnerSettings(
        @Nullable String email,
        @Nullable String password,
        @Nullable String token) {

    private static final int SHORTEST_TOKEN = 20;
    private static final int FEWEST_DIFFERENT = 6;

    OwnerSettings {
        email = blankToNull(email);
        password = blankToNull(password);
        token = blankToNull(token);
        if (email == null && (password != null || token != null)) {
            throw new OwnerSettingsRefused(
                    "Only a part of the owner's settings is there: PADDOCK_OWNER_EMAIL is missing.");
        }
        if (email != null && password == null) {
            throw new OwnerSettingsRefused(
                    "Only a part of the owner's settings is there: PADDOCK_OWNER_PASSWORD is missing.");
        }
        if (token != null && !strong(token)) {
            throw new OwnerSettingsRefused("PADDOCK_OWNER_TOKEN is too easy to guess: it needs at least "
                    + SHORTEST_TOKEN + " random characters without spaces.");
        }
    }

    private static boolean strong(String token) {
        return token.length() >= SHORTEST_TOKEN
                && token.chars().allMatch(character -> character > ' ' && character < 127)
                && token.chars().distinct().count() >= FEWEST_DIFFERENT;
    }

    private static @Nullable String blankToNull(@Nullable String setting) {
        return setting == null || setting.isBlank() ? null : setting;
    }

    @Override
    public String toString() {
        return "OwnerSettings[" + email + "]";
    }
}
