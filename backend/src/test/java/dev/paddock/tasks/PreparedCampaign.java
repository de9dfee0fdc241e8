package dev.paddock.tasks;

import dev.paddock.campaigns.CampaignEdit;
import dev.paddock.campaigns.CampaignRole;
import dev.paddock.campaigns.Campaigns;
import dev.paddock.campaigns.Members;
import dev.paddock.campaigns.NewCampaign;
import dev.paddock.campaigns.Order;
import dev.paddock.campaigns.Rating;
import dev.paddock.campaigns.Track;
import dev.paddock.people.Caller;
import dev.paddock.people.Cast;
import dev.paddock.people.Role;
import dev.paddock.prompts.Format;
import dev.paddock.samples.Pairs;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;

/** An active campaign of Grace's whose pairs were made elsewhere, so that no model is needed. */
public final class PreparedCampaign {

    private final BeanFactory beans;
    private final Cast cast;
    private final UUID id;

    public PreparedCampaign(BeanFactory beans, Track track, int judgements, Rating... ratings) {
        this.beans = beans;
        this.cast = new Cast(beans);
        var asked = new NewCampaign(
                "Prepared " + UUID.randomUUID(), track, "Be fair.", judgements, 1, false, Set.of(ratings), List.of());
        this.id = campaigns().create(cast.grace(), asked).id();
        campaigns().activate(cast.grace(), id);
    }

    public UUID id() {
        return id;
    }

    public Caller lead() {
        return cast.grace();
    }

    /** From here on the pairs that the reward model finds hardest come first, but for so many percent at random. */
    public PreparedCampaign byUncertainty(int randomShare) {
        return ordered(Order.UNCERTAINTY, randomShare);
    }

    public PreparedCampaign byArrival() {
        return ordered(Order.ARRIVAL, null);
    }

    private PreparedCampaign ordered(Order order, @Nullable Integer randomShare) {
        var version = campaigns().get(lead(), id).version();
        campaigns().edit(lead(), id, new CampaignEdit(version, null, null, null, null, null, null, order, randomShare));
        return this;
    }

    public PreparedCampaign withPairs(int count) {
        var lines = IntStream.range(0, count).mapToObj("""
                        {"messages":[{"role":"user","content":"Question %d"}],"responses":[{"text":"One."},{"text":"Another."}]}"""::formatted).collect(Collectors.joining("\n"));
        beans.getBean(Pairs.class)
                .importAll(lead(), id, new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)), Format.JSONL);
        return this;
    }

    public Caller annotator() {
        var person = cast.stranger(Role.ANNOTATOR);
        beans.getBean(Members.class).add(lead(), id, person.person().toString(), CampaignRole.ANNOTATOR);
        return person;
    }

    public Campaigns campaigns() {
        return beans.getBean(Campaigns.class);
    }
}
