package dev.paddock.samples.generation;

import java.time.Duration;

class BabblerTest extends TextGeneratorContract {

    private final Babbler babbler = new Babbler(1024, Duration.ofMillis(5));

    @Override
    protected TextGenerator generator() {
        return babbler;
    }
}
