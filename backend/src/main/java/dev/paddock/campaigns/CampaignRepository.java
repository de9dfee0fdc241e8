package dev.paddock.campaigns;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface CampaignRepository extends JpaRepository<Campaign, UUID> {

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

    @Query(value = """
                    select c.* from campaign c
                    where (:all or exists (
                          select from campaign_member m
                          where m.campaign_id = c.id and m.person_id = :person and m.role = any(:roles)))
                      and (:track = '' or c.track = :track) and position(lower(:named) in lower(c.name)) > 0
                      and (:any or c.id = any(:ids))
                    order by c.created_at desc, c.id limit :limit
                    """, nativeQuery = true)
    List<Campaign> where(
            UUID person, boolean all, String[] roles, String track, String named, boolean any, UUID[] ids, int limit);
}
