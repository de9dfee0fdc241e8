package dev.paddock.rewardmodel.scoring.features;

import java.util.List;

/** What an answer looks like before anyone reads it: questions, lists, paragraphs, digits, a sentence that breaks off. */
final class FormFeatures {

    static final List<Feature> ALL = List.of(
            new Feature("form.questions", e -> Math.log1p(e.answer().count('?'))),
            new Feature(
                    "form.ends-with-question", e -> e.answer().text().strip().endsWith("?") ? 1 : 0),
            new Feature("form.only-a-question", FormFeatures::onlyAQuestion),
            new Feature("form.exclamations", e -> Math.log1p(e.answer().count('!'))),
            new Feature("form.breaks-off", FormFeatures::breaksOff),
            new Feature("form.list-lines", e -> Math.log1p(listLines(e.answer()))),
            new Feature("form.paragraphs", e -> Math.log1p(e.answer().count('\n'))),
            new Feature("form.commas", e -> Math.log1p(e.answer().count(','))),
            new Feature("form.colons", e -> Math.log1p(e.answer().count(':'))),
            new Feature("form.quotes", e -> Math.log1p(e.answer().count(c -> c == '"' || c == '\u201c'))),
            new Feature("form.parentheses", e -> Math.log1p(e.answer().count('('))),
            new Feature("form.digits", e -> Math.log1p(e.answer().count(Character::isDigit))),
            new Feature("form.capitals", e -> share(e, Character::isUpperCase)),
            new Feature("form.beyond-ascii", e -> share(e, c -> c > 127)),
            new Feature(
                    "form.links",
                    e -> e.answer().lower().contains("http")
                                    || e.answer().lower().contains("www.")
                            ? 1
                            : 0),
            new Feature("form.code", e -> e.answer().count(c -> c == '`' || c == '{' || c == ';') > 1 ? 1 : 0));

    private FormFeatures() {}

    static double listLines(TextView text) {
        return text.text().lines().filter(FormFeatures::isListLine).count();
    }

    private static boolean isListLine(String line) {
        var start = line.strip();
        return start.startsWith("-")
                || start.startsWith("*")
                || start.startsWith("\u2022")
                || (start.length() > 1 && Character.isDigit(start.charAt(0)) && ".):".indexOf(start.charAt(1)) >= 0);
    }

    private static double onlyAQuestion(Exchange exchange) {
        var text = exchange.answer().text().strip();
        return text.endsWith("?") && text.indexOf('.') < 0 && text.indexOf('!') < 0 ? 1 : 0;
    }

    private static double breaksOff(Exchange exchange) {
        var text = exchange.answer().text().strip();
        return text.isEmpty() || Character.isLetterOrDigit(text.charAt(text.length() - 1)) || text.endsWith(",")
                ? 1
                : 0;
    }

    private static double share(Exchange exchange, java.util.function.IntPredicate character) {
        return exchange.answer().count(character)
                / (1.0 + exchange.answer().text().length());
    }
}
