package dev.paddock.people;

/** Paddock does not start with an owner whom others could be. */
class OwnerSettingsRefused extends RuntimeException {

    OwnerSettingsRefused(String reason) {
        super(reason);
    }
}
