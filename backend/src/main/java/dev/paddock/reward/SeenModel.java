package dev.paddock.reward;

import org.jspecify.annotations.Nullable;

/**
 * A reward model as its lead sees it.
 *
 * @param provider the execution provider in use; null where it is not open in this process
 * @param precision likewise
 * @param problem why it does not run though it should, or cannot score just now; null where all is well
 */
public record SeenModel(
        RegisteredModel model,
        @Nullable String provider,
        @Nullable String precision,
        @Nullable String problem) {

    static SeenModel open(RegisteredModel model, OpenModel open) {
        return new SeenModel(
                model,
                open.model().provider().label(),
                open.model().card().precision().label(),
                open.model().trouble().orElse(null));
    }

    static SeenModel notOpen(RegisteredModel model, @Nullable String problem) {
        return new SeenModel(model, null, null, problem);
    }

    public boolean isServing() {
        return model.state() == ModelState.SERVING;
    }

    public boolean isRemoved() {
        return model.state() == ModelState.REMOVED;
    }

    /** Whether nothing runs it, so that its bundle may go; what else is against that is told where somebody wants it. */
    public boolean isIdle() {
        return model.state() == ModelState.CANDIDATE || model.state() == ModelState.RETIRED;
    }
}
