package dev.paddock.shared;

import java.util.ArrayList;
import java.util.List;

/** Gathers what is wrong with an input, so that a person hears of everything at once. */
public final class Faults {

    private final List<Refusal.Fault> found = new ArrayList<>();

    public void unless(boolean right, String field, String reason) {
        if (!right) {
            found.add(new Refusal.Fault(field, reason));
        }
    }

    /** Lengths in UTF-16 characters. Line breaks and tabs pass, other control characters and half characters do not. */
    public void text(String field, String text, int shortest, int longest) {
        unless(text.strip().length() >= shortest, field, "is empty");
        unless(text.length() <= longest, field, "is longer than " + longest + " characters");
        Texts.fault(text).ifPresent(reason -> unless(false, field, reason));
    }

    public void within(String field, double value, double least, double most) {
        unless(value >= least && value <= most, field, "must be between " + plain(least) + " and " + plain(most));
    }

    /** @throws InvalidInput when anything was found */
    public void refuse() {
        if (!found.isEmpty()) {
            throw new InvalidInput(found);
        }
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
