package dev.paddock.samples;

import dev.paddock.samples.openai.Patience;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param connect     until a server takes the connection
 * @param firstToken  until its first text
 * @param gap         between two pieces of text
 * @param total       for one answer
 * @param queue       how many people's pairs may wait for one endpoint
 * @param queueing   how long a pair waits for its turn there
 * @param lease       how long a turn stays with an instance that no longer says it is alive
 * @param grace       how long a page may be away before its turn is given up
 * @param prefetch    first turns kept ready for each active annotator
 * @param prefetchTtl how long such a turn stays good
 */
@ConfigurationProperties("paddock.generation")
record GenerationSettings(
        @DefaultValue("2s") Duration connect,
        @DefaultValue("30s") Duration firstToken,
        @DefaultValue("15s") Duration gap,
        @DefaultValue("120s") Duration total,
        @DefaultValue("32") int queue,
        @DefaultValue("120s") Duration queueing,
        @DefaultValue("20s") Duration lease,
        @DefaultValue("20s") Duration grace,
        @DefaultValue("2") int prefetch,
        @DefaultValue("24h") Duration prefetchTtl) {

    Patience patience() {
        return new Patience(connect, firstToken, gap, total, Patience.USUAL.bytes());
    }
}
