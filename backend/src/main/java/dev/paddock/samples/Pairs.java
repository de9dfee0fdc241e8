package dev.paddock.samples;

import dev.paddock.campaigns.Campaigns;
import dev.paddock.people.Caller;
import dev.paddock.prompts.Batches;
import dev.paddock.prompts.Format;
import dev.paddock.prompts.ImportReport;
import dev.paddock.prompts.Records;
import dev.paddock.prompts.Tally;
import dev.paddock.prompts.Unusable;
import dev.paddock.shared.InvalidInput;
import java.io.InputStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

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

    /** Takes what can be taken, batch by batch, and names the rest. The same pair twice is one pair. */
    public ImportReport importAll(Caller caller, UUID campaign, InputStream file, Format format) {
        campaigns.requireLeadOfOpen(caller, campaign);
        if (format == Format.CSV) {
            throw new InvalidInput("file", "is CSV, which holds no pairs. Send JSON or JSON Lines");
        }
        var tally = new Tally();
        var batches = new Batches<PreparedPair>(batch -> add(campaign, batch), tally);
        Records.read(file, format, sink(batches, tally));
        batches.flush();
        return tally.report();
    }

    private int add(UUID campaign, List<PreparedPair> pairs) {
        return transaction.execute(status -> {
            var added = records.add(campaign, pairs, clock.instant().truncatedTo(ChronoUnit.MICROS));
            if (!added.isEmpty()) {
                events.publishEvent(new PairsAdded(campaign, added));
            }
            return added.size();
        });
    }

    private static Records.Sink sink(Batches<PreparedPair> batches, Tally tally) {
        return new Records.Sink() {
            @Override
            public void record(long line, JsonNode content) {
                final PreparedPair pair;
                try {
                    pair = PairReader.read(content);
                } catch (Unusable refused) {
                    tally.refuse(line, String.valueOf(refused.getMessage()));
                    return;
                }
                batches.add(pair);
            }

            @Override
            public void fault(long line, String reason) {
                tally.refuse(line, reason);
            }
        };
    }
}
