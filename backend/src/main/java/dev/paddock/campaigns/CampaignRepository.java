package dev.paddock.campaigns;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface CampaignRepository extends JpaRepository<Campaign, UUID> {

    /** Those of a track, or of both where it is empty, in which a person has one of some roles. */
    String HELD = """
            select c.* from campaign c
            where (:all or exists (
                  select from campaign_member m
                  where m.campaign_id = c.id and m.person_id = :person and m.role = any(:roles)))
              and (:track = '' or c.track = :track)
            """;

    String NEWEST_FIRST = " order by c.created_at desc, c.id ";

    @Query(
            value = "select exists (select from campaign where lower(name) = lower(:name) and id <> :except)",
            nativeQuery = true)
    boolean isTaken(String name, UUID except);

    @Query(value = """
                    select c.* from campaign c
                    where (:all or exists (select from campaign_member m where m.campaign_id = c.id and m.person_id = :person))
                      and (c.created_at, c.id) > (:after, :afterId)
                    order by c.created_at, c.id limit :limit
                    """, nativeQuery = true)
    List<Campaign> visible(UUID person, boolean all, java.time.Instant after, UUID afterId, int limit);

    @Query(value = "select id from campaign where track = :track order by created_at, id", nativeQuery = true)
    List<UUID> of(String track);

    /** Those among {@code first} before all others. */
    @Query(value = HELD + """
                    and position(lower(:named) in lower(c.name)) > 0
                    order by c.id in (select unnest(:first)) desc, c.created_at desc, c.id limit :limit
                    """, nativeQuery = true)
    List<Campaign> named(UUID person, boolean all, String[] roles, String track, String named, UUID[] first, int limit);

    @Query(value = HELD + "and c.id = any(:ids)" + NEWEST_FIRST, nativeQuery = true)
    List<Campaign> among(UUID person, boolean all, String[] roles, String track, UUID[] ids);
}
