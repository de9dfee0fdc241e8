package dev.paddock.reward.judging;

import dev.paddock.campaigns.Track;
import dev.paddock.rewardmodel.pairs.ConversationRoot;
import dev.paddock.rewardmodel.pairs.HoldOut;
import dev.paddock.shared.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A comparison that stands, with what one reward model gave to its two answers.
 *
 * @param track of its campaign
 * @param round of its campaign
 * @param root the normalised first words of its conversation, by which conversations are held out
 */
record ScoredComparison(
        Track track, String degree, UUID campaign, int round, String root, Answer chosen, Answer rejected) {

    /**
     * @param variant the name of the model variant that wrote it
     * @param length in characters
     * @param rating 1 to 5, of what the reward model rewards; null where nobody was asked
     */
    record Answer(
            UUID sample,
            String variant,
            int length,
            @Nullable Integer rating,
            double score) {

        private static Answer read(ResultSet row, int first) throws SQLException {
            return new Answer(
                    row.getObject(first, UUID.class),
                    row.getString(first + 1),
                    row.getInt(first + 2),
                    row.getObject(first + 3, Integer.class),
                    row.getDouble(first + 4));
        }
    }

    static ScoredComparison read(ResultSet row) throws SQLException {
        return new ScoredComparison(
                Words.read(Track.class, row.getString(1)).orElseThrow(),
                row.getString(2),
                row.getObject(15, UUID.class),
                row.getInt(3),
                ConversationRoot.normalised(row.getString(4)),
                Answer.read(row, 5),
                Answer.read(row, 10));
    }

    /** Of what people preferred less what they did not. */
    double gap() {
        return chosen.score() - rejected.score();
    }

    boolean isHeldOut() {
        return HoldOut.contains(root);
    }
}
