package dev.paddock.web.parts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A form of a page as a browser fills it in and sends it: a list without a choice sends its first option. */
final class SentForm {

    private static final Pattern FIELD = Pattern.compile("<input\\s[^>]*>|<select\\s.*?</select>", Pattern.DOTALL);
    private static final Pattern OPTION = Pattern.compile("<option\\s[^>]*>");
    private static final Pattern BUTTON = Pattern.compile("<button[^>]*>\\s*([^<]*)", Pattern.DOTALL);

    private final String form;
    private final Map<String, List<String>> values = new TreeMap<>();

    /** The one on the page with the class {@code form}. */
    static SentForm on(String page) {
        var begin = page.indexOf("<form class=\"form\"");
        return new SentForm(page.substring(begin, page.indexOf("</form>", begin)));
    }

    private SentForm(String form) {
        this.form = form;
        FIELD.matcher(form).results().map(MatchResult::group).forEach(this::read);
    }

    private void read(String field) {
        var chosen = field.startsWith("<select") ? option(field) : field;
        var offers = field.contains("type=\"checkbox\"") || field.contains("type=\"radio\"");
        var name = attribute(field, "name");
        if (!name.startsWith("_") && (!offers || field.contains("checked"))) {
            values.computeIfAbsent(name, _ -> new ArrayList<>()).add(attribute(chosen, "value"));
        }
    }

    private static String option(String select) {
        var options = OPTION.matcher(select).results().map(MatchResult::group).toList();
        return options.stream()
                .filter(option -> option.contains(" selected"))
                .findFirst()
                .orElseGet(options::getFirst);
    }

    private static String attribute(String tag, String name) {
        var found = Pattern.compile("\\s" + name + "=\"([^\"]*)\"").matcher(tag);
        return found.find() ? found.group(1) : "";
    }

    SentForm with(String name, String... given) {
        values.put(name, List.of(given));
        return this;
    }

    Map<String, List<String>> values() {
        return values;
    }

    /** The button that Enter in a field presses: the first one. */
    String onEnter() {
        return action(BUTTON.matcher(form).results().findFirst().orElseThrow());
    }

    String onPressing(String button) {
        return action(BUTTON.matcher(form)
                .results()
                .filter(each -> each.group(1).strip().equals(button))
                .findFirst()
                .orElseThrow());
    }

    private String action(MatchResult button) {
        var own = attribute(button.group(), "formaction");
        return own.isEmpty() ? attribute(form, "action") : own;
    }
}
