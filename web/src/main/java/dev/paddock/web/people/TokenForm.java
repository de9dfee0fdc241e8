package dev.paddock.web.people;

import dev.paddock.people.Role;
import dev.paddock.people.Scope;
import dev.paddock.shared.InvalidInput;
import dev.paddock.web.parts.Choice;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A token as it is asked for on a page. */
record TokenForm(
        @Nullable String name,
        @Nullable List<String> scopes,
        @Nullable String days) {

    static final List<Choice> LIVES = List.of(
            new Choice("7", "a week"),
            new Choice("30", "30 days"),
            new Choice("90", "90 days"),
            new Choice("365", "a year"));

    static TokenForm empty() {
        return new TokenForm("", List.of(), "30");
    }

    Set<Scope> chosen() {
        return scopes == null ? Set.of() : scopes.stream().map(Scope::of).collect(Collectors.toSet());
    }

    int lasting() {
        try {
            return Integer.parseInt(String.valueOf(days));
        } catch (NumberFormatException none) {
            throw new InvalidInput("days", "must be a whole number");
        }
    }

    static List<Choice> scopesOf(Role role) {
        return role.scopes().stream()
                .sorted()
                .map(scope -> new Choice(scope.word(), scope.word(), use(scope)))
                .toList();
    }

    private static String use(Scope scope) {
        return switch (scope) {
            case ANNOTATE -> "take tasks and answer them";
            case REVIEW -> "look at what was answered";
            case LEAD -> "campaigns, prompts and results";
            case EXPORT -> "stream data sets";
            case SCORE -> "have texts scored";
            case ADMIN -> "people, tokens and endpoints";
        };
    }
}
