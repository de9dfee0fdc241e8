package dev.paddock.people;

/** What a person is on this installation. Campaign membership narrows it; only the owner needs none. */
public enum Role {
    OWNER,
    LEAD,
    REVIEWER,
    ANNOTATOR;

    /** As written in the database, the API and forms. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
