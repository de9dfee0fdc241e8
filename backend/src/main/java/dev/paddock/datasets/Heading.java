package dev.paddock.datasets;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What every row of one export says alike: its campaign, and which reward models its scores are from; null where none serves.
 *
 * @param rows how many rows follow
 */
record Heading(
        UUID campaign,
        String name,
        String track,
        @Nullable String helpfulnessModel,
        @Nullable String safetyModel,
        long rows) {

    static final String SQL = """
            select campaign.id, campaign.name, campaign.track,
                   (select reward_model.name from reward_model where kind = 'helpfulness' and reward_model.state = 'serving'),
                   (select reward_model.name from reward_model where kind = 'safety' and reward_model.state = 'serving'),
                   (%s)
              from campaign join span on campaign.id = span.campaign
            """.formatted(Preference.COUNT);

    static Heading read(ResultSet row) throws SQLException {
        return new Heading(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getLong(6));
    }
}
