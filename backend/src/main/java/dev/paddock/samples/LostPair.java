package dev.paddock.samples;

import dev.paddock.samples.generation.Failure;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A draw that came to nothing, and why. */
record LostPair(List<Attempted> ended, Failure failure) {

    /** Which variants failed, to be avoided in the next draw. */
    Set<UUID> variants() {
        return failed().map(side -> side.draw().variant().id()).collect(Collectors.toSet());
    }

    /** A server that is busy is left in peace: another draw must be of other servers. */
    boolean asksBusyServer(List<Side> next) {
        return failure.kind() == Failure.Kind.BUSY
                && next.stream().map(side -> side.endpoint().id()).anyMatch(endpoints()::contains);
    }

    private Set<UUID> endpoints() {
        return failed().map(side -> side.endpoint().id()).collect(Collectors.toSet());
    }

    private Stream<Side> failed() {
        return ended.stream()
                .filter(attempted -> attempted.state() == SampleState.FAILED)
                .map(attempted -> attempted.attempt().side());
    }
}
