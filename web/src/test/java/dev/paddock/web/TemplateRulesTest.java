package dev.paddock.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The content security policy has no exceptions, so the templates must not need any. */
class TemplateRulesTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");

    private static final Map<String, Pattern> FORBIDDEN = Map.of(
            "an inline style", Pattern.compile("\\sstyle\\s*="),
            "a computed inline style", Pattern.compile("th:style|style=\\$"),
            "an inline script", Pattern.compile("<script[^>]*>\\s*[^<\\s]"),
            "an inline style sheet", Pattern.compile("<style"),
            "an inline handler", Pattern.compile("\\s(th:)?on[a-z]+\\s*="),
            "htmx that needs eval", Pattern.compile("hx-on|hx-vals\\s*=\\s*[\"']js:|hx-trigger=\"[^\"]*\\["),
            "an address elsewhere", Pattern.compile("(src|href|action)=\"(https?:)?//"),
            "a form that the CSRF token would miss", Pattern.compile("<form[^>]*\\saction=[^>]*method=\"post\""));

    static Stream<Path> templates() throws IOException {
        return Files.walk(TEMPLATES).filter(file -> file.toString().endsWith(".html"));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void holdsNothingThatTheContentPolicyForbids(Path template) throws IOException {
        var text = Files.readString(template);

        assertThat(FORBIDDEN.entrySet().stream()
                        .filter(rule -> rule.getValue().matcher(text).find())
                        .map(Map.Entry::getKey))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void writesUnescapedTextInTheMarkdownPartOnly(Path template) throws IOException {
        var unescaped = List.of("th:utext", "[(${", "th:inline=\"javascript\"");

        assertThat(unescaped.stream()
                        .filter(Files.readString(template)::contains)
                        .toList())
                .isEqualTo(template.endsWith("parts/markdown.html") ? List.of("th:utext") : List.of());
    }
}
