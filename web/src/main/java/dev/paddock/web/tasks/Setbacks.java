package dev.paddock.web.tasks;

import dev.paddock.people.Caller;
import dev.paddock.shared.Refusal;
import dev.paddock.tasks.LeaseLost;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.ModelAndView;

/** A refusal at the workbench: told on the page where the person's text still stands, never instead of it. */
@Component
class Setbacks {

    static final String SIGNED_OUT =
            "Your sign-in had run out, so nothing was saved. What you had written was kept: look it over and send it again.";

    private final Benches benches;

    Setbacks(Benches benches) {
        this.benches = benches;
    }

    ModelAndView tell(Refusal refusal, Caller caller, UUID task, Model model) {
        model.addAttribute("trouble", words(refusal));
        if (refusal instanceof LeaseLost) {
            return new ModelAndView("tasks/lost", HttpStatus.CONFLICT);
        }
        var status = status(refusal);
        benches.layOut(caller, task, model);
        return new ModelAndView("tasks/workbench", status);
    }

    static String words(Refusal refusal) {
        if (refusal.faults().isEmpty()) {
            return String.valueOf(refusal.getMessage());
        }
        var words = new StringBuilder();
        for (var fault : refusal.faults()) {
            words.append(words.isEmpty() ? "" : " ")
                    .append(called(fault.field()))
                    .append(' ')
                    .append(fault.reason());
            words.append('.');
        }
        return words.toString();
    }

    /** A field as the page calls it, not as the API does. */
    private static String called(String field) {
        return switch (field) {
            case "text" -> "The message";
            case "reason" -> "The reason";
            case "note" -> "The note";
            case "safety" -> "The answer to the safety question";
            case "ratings" -> "Your ratings";
            case "ratings.left.helpfulness" -> "Your helpfulness rating of the left answer";
            case "ratings.right.helpfulness" -> "Your helpfulness rating of the right answer";
            case "ratings.left.safety" -> "Your safety rating of the left answer";
            case "ratings.right.safety" -> "Your safety rating of the right answer";
            default -> field;
        };
    }

    static HttpStatus status(Refusal refusal) {
        return switch (refusal.kind()) {
            case NOT_FOUND, NOT_ALLOWED -> throw refusal;
            case CONFLICT -> HttpStatus.CONFLICT;
            case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
            case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            case TOO_MANY -> HttpStatus.TOO_MANY_REQUESTS;
            case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }
}
