package dev.paddock.samples;

import dev.paddock.campaigns.Campaigns;
import dev.paddock.people.Caller;
import dev.paddock.prompts.Batches;
import dev.paddock.prompts.Format;
import dev.paddock.prompts.ImportReport;
import dev.paddock.prompts.ReadingSink;
import dev.paddock.prompts.Records;
import dev.paddock.prompts.Tally;
import dev.paddock.shared.Conflict;
import java.io.InputStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Prepared pairs: answers that were made elsewhere, to be compared here. */
@Service
public class Pairs {

    private final Campaigns campaigns;
    private final PairRecords records;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Pairs(
            Campaigns campaigns,
            PairRecords records,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.campaigns = campaigns;
        this.records = records;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Takes what can be taken, batch by batch, and names the rest. The same pair twice is one pair.
     *
     * @throws Conflict where the campaign is closed, or is no longer the caller's to lead, before the file has ended
     */
    public ImportReport importAll(Caller caller, UUID campaign, InputStream file, Format format) {
        campaigns.requireLeadOfOpen(caller, campaign);
        PairReader.requireShape(format);
        var tally = new Tally();
        var batches = Batches.<PreparedPair>counted(tally, batch -> add(caller, campaign, batch));
        Records.read(file, format, new ReadingSink<>((_, record) -> PairReader.read(record), batches, tally));
        batches.flush();
        return tally.report();
    }

    private int add(Caller caller, UUID campaign, List<PreparedPair> pairs) {
        return transaction.execute(_ -> {
            campaigns.requireLeadOfOpen(caller, campaign);
            return addNew(campaign, pairs);
        });
    }

    private int addNew(UUID campaign, List<PreparedPair> pairs) {
        var added = records.add(campaign, pairs, clock.instant().truncatedTo(ChronoUnit.MICROS));
        if (!added.isEmpty()) {
            events.publishEvent(new PairsAdded(campaign, added));
        }
        return added.size();
    }

    /**
     * A pair as the campaign has it.
     *
     * @param slotOfA where the first answer of the pair stands that was asked for: the same pair may have come in the other way round before
     */
    public record Kept(UUID conversation, Slot slotOfA) {}

    /** Adds those that are new, in the caller's transaction. @return one for each, in their order; the same pair twice gives the same */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Kept> keep(UUID campaign, List<PreparedPair> pairs) {
        addNew(campaign, pairs);
        var ids = pairs.stream().map(pair -> pair.idIn(campaign)).toList();
        var firsts = records.firstAnswers(ids);
        return IntStream.range(0, ids.size())
                .mapToObj(i -> new Kept(ids.get(i), pairs.get(i).slotOfA(firsts.get(ids.get(i)))))
                .toList();
    }
}
