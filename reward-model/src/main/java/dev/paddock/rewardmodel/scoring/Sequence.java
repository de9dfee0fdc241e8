package dev.paddock.rewardmodel.scoring;

/** A conversation as tokens. The answer's are those from {@code answerStart} on, without the separator at the very end. */
public record Sequence(long[] ids, int answerStart) {

    public int length() {
        return ids.length;
    }

    boolean isAnswer(int position) {
        return position >= answerStart && position < ids.length - 1;
    }
}
