package dev.paddock.datasets;

import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/** So many exports may run at the same time in one process, whatever they export. */
@Component
public class ExportPlaces {

    private final Semaphore places;

    ExportPlaces(ExportSettings settings) {
        this.places = new Semaphore(settings.atOnce());
    }

    /** @throws TooManyExports where as many as allowed are running */
    public void run(Runnable export) {
        if (!places.tryAcquire()) {
            throw new TooManyExports();
        }
        try {
            export.run();
        } finally {
            places.release();
        }
    }
}
