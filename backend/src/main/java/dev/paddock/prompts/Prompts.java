package dev.paddock.prompts;

import dev.paddock.campaigns.Campaigns;
import dev.paddock.people.Caller;
import dev.paddock.shared.Conflict;
import dev.paddock.shared.Cursor;
import dev.paddock.shared.NotAllowed;
import dev.paddock.shared.NotFound;
import dev.paddock.shared.Page;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What conversations begin with. */
@Service
public class Prompts {

    private final PromptRecords records;
    private final Campaigns campaigns;
    private final Shelf shelf;

    Prompts(PromptRecords records, Campaigns campaigns, Shelf shelf) {
        this.records = records;
        this.campaigns = campaigns;
        this.shelf = shelf;
    }

    /**
     * Takes what can be taken, batch by batch, and names the rest. Sending the same file again adds nothing twice, so a broken connection
     * is mended by that.
     *
     * @throws Conflict where the campaign is closed, or is no longer the caller's to lead, before the file has ended
     */
    public ImportReport importAll(Caller caller, UUID campaign, InputStream file, ImportOptions options) {
        campaigns.requireLeadOfOpen(caller, campaign);
        var tally = new Tally();
        var batches = Batches.<Opening>counted(tally, batch -> shelf.take(caller, campaign, batch));
        var reader = new OpeningReader(options, tally);
        Records.read(file, options.format(), new ReadingSink<>((_, record) -> reader.read(record), batches, tally));
        batches.flush();
        return tally.report();
    }

    /**
     * An annotator's own opening; the same words twice are the same prompt.
     *
     * @throws NotAllowed where the campaign takes only prepared prompts
     */
    @Transactional
    public Prompt write(
            Caller caller,
            UUID campaign,
            String text,
            @Nullable RiskCategory riskCategory,
            @Nullable AttackVector attackVector) {
        if (!campaigns.requireAnnotator(caller, campaign).annotatorPrompts()) {
            throw new NotAllowed("This campaign gives the prompts; it does not take your own.");
        }
        var opening = new Opening(text, "", "", "", riskCategory, attackVector);
        shelf.add(caller.person(), campaign, List.of(opening), Origin.WRITTEN);
        return records.same(campaign, opening).orElseThrow();
    }

    @Transactional(readOnly = true)
    public Prompt get(UUID id) {
        return records.get(id).orElseThrow(() -> new NotFound("prompt"));
    }

    /** Oldest first, for the campaign's leads and reviewers. */
    @Transactional(readOnly = true)
    public Page<Prompt> list(Caller caller, UUID campaign, @Nullable String cursor, int size) {
        campaigns.requireReader(caller, campaign);
        var rows = records.list(campaign, Cursor.orStart(cursor), size + 1);
        return Page.of(rows, size, prompt -> new Cursor(prompt.createdAt(), prompt.id()).text());
    }

    @Transactional(readOnly = true)
    public long count(UUID campaign) {
        return records.count(campaign);
    }

    /** How many each of them has. */
    @Transactional(readOnly = true)
    public Map<UUID, Long> counts(Collection<UUID> campaigns) {
        var counted = records.counts(campaigns);
        return campaigns.stream()
                .collect(Collectors.toMap(Function.identity(), each -> counted.getOrDefault(each, 0L)));
    }
}
