package dev.paddock.rewardmodel.remote;

/**
 * The time for which a model is taken for itself, since it was opened or recognised anew. It is over once it turned out that another model
 * answered in its place; what was scored in it may be that one's. Closing the model does not end it.
 */
public final class Era {

    /** Of models in this process, in whose place nobody can answer. */
    public static final Era ENDLESS = new Era();

    private volatile boolean over;

    public boolean isOver() {
        return over;
    }

    /** Another model turned out to have answered. */
    public void end() {
        over = true;
    }
}
