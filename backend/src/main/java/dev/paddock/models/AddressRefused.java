package dev.paddock.models;

import dev.paddock.shared.Refusal;
import java.util.List;

/** An endpoint's address is one that Paddock does not call. */
public final class AddressRefused extends Refusal {

    AddressRefused(String reason) {
        super(Kind.INVALID, "The address " + reason, List.of(new Fault("baseUrl", reason)));
    }
}
