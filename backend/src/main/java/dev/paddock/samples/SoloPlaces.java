package dev.paddock.samples;

import dev.paddock.samples.Listening.Heard;
import dev.paddock.samples.generation.Generation;
import dev.paddock.samples.pairs.Permits;
import dev.paddock.samples.pairs.Permits.Busy;
import dev.paddock.samples.pairs.Permits.Need;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;

/** Has one side answered in a place at its endpoint that no person wants. */
@Component
class SoloPlaces {

    private static final Duration PATIENCE = Duration.ofHours(1);

    private final Permits permits;
    private final GenerationSettings settings;
    private final Clock clock;

    SoloPlaces(Permits permits, GenerationSettings settings, Clock clock) {
        this.permits = permits;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * As often as people take the place away: the half that was said by then counts for nothing.
     *
     * @param piece told of each piece of text that comes
     */
    Heard answer(Side side, Runnable piece) throws InterruptedException {
        while (true) {
            var gone = new AtomicBoolean();
            var running = new AtomicReference<Generation>();
            try (var ticket = permits.request(needs(side), false, () -> leave(gone, running))) {
                while (!ticket.await(PATIENCE)) {
                    // However long people keep it busy.
                }
                var heard = heard(side, piece, gone, running);
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                if (heard.failure() == null || !gone.get()) {
                    return heard;
                }
            } catch (Busy impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    private static List<Need> needs(Side side) {
        return List.of(new Need(side.endpoint().id(), 1, side.endpoint().slots()));
    }

    private Heard heard(Side side, Runnable piece, AtomicBoolean gone, AtomicReference<Generation> running) {
        var listening = new Listening(new Attempt(UUID.randomUUID(), side), _ -> piece.run(), clock);
        var started = side.generator().generate(side.request(), listening);
        running.set(started);
        if (gone.get()) {
            started.cancel();
        }
        return listening.await(settings.patience().total().plus(SideRun.MARGIN), started);
    }

    private static void leave(AtomicBoolean gone, AtomicReference<Generation> running) {
        gone.set(true);
        var generation = running.get();
        if (generation != null) {
            generation.cancel();
        }
    }
}
