package dev.paddock.datasets;

import dev.paddock.campaigns.Campaigns;
import dev.paddock.people.Caller;
import java.io.IOException;
import java.io.OutputStream;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Gives what people said to those who train on it. */
@Service
public class Exports {

    private final Campaigns campaigns;
    private final PreferenceStream preferences;
    private final ExportPlaces places;

    Exports(Campaigns campaigns, PreferenceStream preferences, ExportPlaces places) {
        this.campaigns = campaigns;
        this.preferences = preferences;
        this.places = places;
    }

    /** Where the rows go. Opened once, when it is certain that the caller may have them and how many they are. */
    @FunctionalInterface
    public interface Destination {
        OutputStream open(long rows) throws IOException;
    }

    /**
     * Writes every comparison that stands, oldest first, one line each; leaves the stream open and flushed. Where it throws after the
     * destination was opened, the stream holds a part, and whoever reads it must come to see that.
     *
     * @throws dev.paddock.shared.NotFound where the caller is no member of this campaign
     * @throws TooManyExports where as many as allowed are running
     */
    public void write(Caller caller, UUID campaign, Recipe recipe, Destination destination) {
        campaigns.requireExporter(caller, campaign);
        places.run(() -> preferences.write(campaign, recipe, destination));
    }
}
