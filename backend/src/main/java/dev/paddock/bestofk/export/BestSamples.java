package dev.paddock.bestofk.export;

import dev.paddock.bestofk.BestOfK;
import dev.paddock.datasets.ExportPlaces;
import dev.paddock.datasets.Exports.Destination;
import dev.paddock.people.Caller;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Gives the best samples of a run to those who fine-tune on them. */
@Service
public class BestSamples {

    private final BestOfK runs;
    private final BestSampleStream stream;
    private final ExportPlaces places;

    BestSamples(BestOfK runs, BestSampleStream stream, ExportPlaces places) {
        this.runs = runs;
        this.stream = stream;
        this.places = places;
    }

    /**
     * Writes the best samples, prompt by prompt in the order of the run, one line each; leaves the stream open and flushed. Where it throws
     * after the destination was opened, the stream holds a part, and whoever reads it must come to see that.
     *
     * @throws dev.paddock.shared.Conflict where the run is not done
     * @throws dev.paddock.datasets.TooManyExports where as many as allowed are running
     */
    public void write(Caller caller, UUID id, BestSampleRecipe recipe, Destination destination) {
        var run = runs.toExport(caller, id);
        recipe.requireWithin(run);
        places.run(() -> stream.write(run, recipe, destination));
    }
}
