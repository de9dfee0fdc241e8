package dev.paddock.samples.embedded;

import java.util.function.DoubleConsumer;
import org.slf4j.Logger;

/** Tells how far the conversion of new weights is, a quarter at a time. */
final class ProgressLog implements DoubleConsumer {

    private final Logger log;
    private int told = -1;

    ProgressLog(Logger log) {
        this.log = log;
    }

    @Override
    public void accept(double fraction) {
        var quarter = (int) (fraction * 4);
        if (quarter > told) {
            told = quarter;
            log.info("Converting the weights, once: {} %", quarter * 25);
        }
    }
}
