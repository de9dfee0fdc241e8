package dev.paddock.campaigns;

import dev.paddock.shared.Cursor;
import dev.paddock.shared.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows that hang on a campaign: guidelines, members, variants, rounds. */
@Repository
class CampaignRecords {

    private final JdbcClient database;

    CampaignRecords(JdbcClient database) {
        this.database = database;
    }

    void addGuideline(UUID campaign, int version, String markdown, UUID by, Instant now) {
        database.sql(
                        "insert into guideline (campaign_id, version, markdown, created_by, created_at) values (?, ?, ?, ?, ?)")
                .params(campaign, version, markdown, by, Instants.at(now))
                .update();
    }

    Optional<Guideline> guideline(UUID campaign, int version) {
        return database.sql("select version, markdown, created_at from guideline where campaign_id = ? and version = ?")
                .params(campaign, version)
                .query((row, n) ->
                        new Guideline(campaign, row.getInt(1), row.getString(2), Instants.of(row, "created_at")))
                .optional();
    }

    List<Guideline> guidelines(UUID campaign, int before, int limit) {
        return database.sql("""
                        select version, markdown, created_at from guideline
                        where campaign_id = ? and version < ? order by version desc limit ?
                        """)
                .params(campaign, before, limit)
                .query((row, n) ->
                        new Guideline(campaign, row.getInt(1), row.getString(2), Instants.of(row, "created_at")))
                .list();
    }

    /** A member who becomes something else keeps the day they came. */
    Member putMember(UUID campaign, UUID person, CampaignRole as, UUID by, Instant now) {
        return database.sql("""
                        insert into campaign_member (campaign_id, person_id, role, added_by, added_at) values (?, ?, ?, ?, ?)
                        on conflict (campaign_id, person_id) do update set role = excluded.role, added_by = excluded.added_by
                        returning person_id, role, added_at
                        """)
                .params(campaign, person, as.word(), by, Instants.at(now))
                .query(CampaignRecords::member)
                .single();
    }

    boolean removeMember(UUID campaign, UUID person) {
        return database.sql("delete from campaign_member where campaign_id = ? and person_id = ?")
                        .params(campaign, person)
                        .update()
                == 1;
    }

    Optional<CampaignRole> roleOf(UUID campaign, UUID person) {
        return database.sql("select role from campaign_member where campaign_id = ? and person_id = ?")
                .params(campaign, person)
                .query(String.class)
                .optional()
                .map(CampaignRole::of);
    }

    List<Member> members(UUID campaign, Cursor after, int limit) {
        return database.sql("""
                        select person_id, role, added_at from campaign_member
                        where campaign_id = ? and (added_at, person_id) > (?, ?)
                        order by added_at, person_id limit ?
                        """)
                .params(campaign, Instants.at(after.at()), after.id(), limit)
                .query(CampaignRecords::member)
                .list();
    }

    List<UUID> leads(UUID campaign) {
        return database.sql("select person_id from campaign_member where campaign_id = ? and role = 'lead'")
                .param(campaign)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    private static Member member(ResultSet row, int number) throws SQLException {
        return new Member(
                row.getObject(1, UUID.class), CampaignRole.of(row.getString(2)), Instants.of(row, "added_at"));
    }

    void setVariants(UUID campaign, Collection<UUID> variants) {
        database.sql("delete from campaign_variant where campaign_id = ?")
                .param(campaign)
                .update();
        for (var variant : variants) {
            database.sql("insert into campaign_variant (campaign_id, variant_id) values (?, ?)")
                    .params(campaign, variant)
                    .update();
        }
    }

    List<UUID> variants(UUID campaign) {
        return database.sql("select variant_id from campaign_variant where campaign_id = ? order by variant_id")
                .param(campaign)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    void openFirstRound(UUID campaign, Instant now) {
        database.sql("insert into round (campaign_id, number, started_at) values (?, 1, ?) on conflict do nothing")
                .params(campaign, Instants.at(now))
                .update();
    }

    int lastRound(UUID campaign) {
        return database.sql("select coalesce(max(number), 1) from round where campaign_id = ?")
                .param(campaign)
                .query(Integer.class)
                .single();
    }

    List<Round> rounds(UUID campaign) {
        return database.sql("select number, started_at, ended_at from round where campaign_id = ? order by number")
                .param(campaign)
                .query((row, n) ->
                        new Round(row.getInt(1), Instants.of(row, "started_at"), Instants.ofNullable(row, "ended_at")))
                .list();
    }
}
