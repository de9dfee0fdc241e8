package dev.paddock.campaigns;

/** What people judge by (Llama 2, §3.2.1): the two tracks have guidelines and reward models of their own. */
public enum Track {
    HELPFULNESS,
    SAFETY;

    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
