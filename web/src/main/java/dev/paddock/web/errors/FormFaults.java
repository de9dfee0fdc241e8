package dev.paddock.web.errors;

import dev.paddock.shared.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.validation.BindingResult;
import org.springframework.web.servlet.ModelAndView;

/** Tells a refusal in the form that caused it, beside the fields it names, with everything the person has typed still there. */
public final class FormFaults {

    private FormFaults() {}

    /** @throws Refusal the same again, when no other input would help */
    public static ModelAndView tell(Refusal refusal, BindingResult form, String view) {
        switch (refusal.kind()) {
            case INVALID, CONFLICT, TOO_LARGE -> addTo(form, refusal);
            case NOT_FOUND, NOT_ALLOWED, TOO_MANY, UNAVAILABLE -> throw refusal;
        }
        return new ModelAndView(
                view, refusal.kind() == Refusal.Kind.CONFLICT ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static void addTo(BindingResult form, Refusal refusal) {
        if (refusal.faults().isEmpty()) {
            form.reject("refused", String.valueOf(refusal.getMessage()));
        }
        for (var fault : refusal.faults()) {
            if (has(form, fault.field())) {
                form.rejectValue(fault.field(), "refused", sentence(fault.reason()));
            } else {
                form.reject("refused", fault.field() + " " + fault.reason() + ".");
            }
        }
    }

    /** {@code is empty} beside a field reads {@code This is empty.} */
    private static String sentence(String reason) {
        return "This " + reason + (reason.endsWith(".") ? "" : ".");
    }

    private static boolean has(BindingResult form, String field) {
        if (form.getTarget() == null) {
            return false;
        }
        try {
            form.getFieldValue(field);
            return true;
        } catch (RuntimeException unknown) {
            return false;
        }
    }
}
