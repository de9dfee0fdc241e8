package dev.paddock.datasets;

import dev.paddock.rewardmodel.Message;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A comparison as reward models learn from it and are judged by it.
 *
 * @param degree as the database and the API write it
 * @param safety likewise; null outside safety campaigns
 * @param dialogue what both answers answer, the system text first where there is one
 * @param impartial whether its pair was taken without regard to any predicted gap; where not, it is no measure of a reward model
 */
public record JudgedPair(
        long number,
        String degree,
        @Nullable String safety,
        int round,
        List<Message> dialogue,
        Answer chosen,
        Answer rejected,
        boolean impartial) {

    /**
     * @param variant the name of the model variant that wrote it
     * @param helpfulness 1 to 5, as its annotator rated it; null where nobody asked
     * @param safety likewise
     */
    public record Answer(
            UUID sample,
            String text,
            String variant,
            @Nullable Integer helpfulness,
            @Nullable Integer safety) {

        static Answer of(Side side) {
            return new Answer(side.sample(), side.text(), side.variant(), side.helpfulness(), side.safety());
        }
    }

    static JudgedPair of(Preference preference) {
        return new JudgedPair(
                preference.number(),
                preference.degree(),
                preference.safety(),
                preference.round(),
                preference.dialogue().messages(),
                Answer.of(preference.chosen()),
                Answer.of(preference.rejected()),
                preference.impartial());
    }
}
