package dev.paddock.shared;

import java.util.List;

/** What was sent cannot be taken, field by field. */
public final class InvalidInput extends Refusal {

    public InvalidInput(List<Fault> faults) {
        super(
                Kind.INVALID,
                "Some of what was sent cannot be taken: " + faults.getFirst().field() + " "
                        + faults.getFirst().reason(),
                faults);
    }

    public InvalidInput(String field, String reason) {
        this(List.of(new Fault(field, reason)));
    }
}
