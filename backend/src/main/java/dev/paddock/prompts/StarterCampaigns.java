package dev.paddock.prompts;

import dev.paddock.campaigns.Campaigns;
import dev.paddock.campaigns.NewCampaign;
import dev.paddock.campaigns.Rating;
import dev.paddock.campaigns.Track;
import dev.paddock.models.StarterModels;
import dev.paddock.people.Caller;
import dev.paddock.people.OwnerCreated;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A first campaign for each track, with prompts of our own, so that a new installation can be annotated in at once. */
@Component
class StarterCampaigns {

    private final boolean wanted;
    private final StarterModels models;
    private final Campaigns campaigns;
    private final Shelf shelf;

    StarterCampaigns(
            @Value("${paddock.starter:true}") boolean wanted, StarterModels models, Campaigns campaigns, Shelf shelf) {
        this.wanted = wanted;
        this.models = models;
        this.campaigns = campaigns;
        this.shelf = shelf;
    }

    @EventListener
    @Transactional
    public void furnish(OwnerCreated created) {
        models.ensure();
        if (wanted) {
            make(created.owner(), "Everyday helpfulness", Track.HELPFULNESS, Set.of(Rating.HELPFULNESS));
            make(created.owner(), "Borderline and safety", Track.SAFETY, Set.of(Rating.HELPFULNESS, Rating.SAFETY));
        }
    }

    private void make(Caller owner, String name, Track track, Set<Rating> ratings) {
        // An installation that has lost its owner and gets another one is furnished already.
        if (campaigns.isTaken(name)) {
            return;
        }
        var guideline = text(track.word() + ".md");
        var variants = List.of(StarterModels.WARM, StarterModels.COOL);
        var asked = new NewCampaign(name, track, guideline, 1, 5, true, ratings, variants);
        var campaign = campaigns.create(owner, asked).id();
        campaigns.activate(owner, campaign);
        var tally = new Tally();
        var options = ImportOptions.of(Format.JSONL);
        var batches =
                Batches.<Opening>counted(tally, batch -> shelf.add(owner.person(), campaign, batch, Origin.STARTER));
        try (var file = open(track.word() + ".jsonl")) {
            var reader = new OpeningReader(options, tally);
            Records.read(file, options.format(), new ReadingSink<>((_, record) -> reader.read(record), batches, tally));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        batches.flush();
    }

    private static String text(String name) {
        try (var file = open(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static InputStream open(String name) throws IOException {
        return new ClassPathResource("starter/" + name).getInputStream();
    }
}
