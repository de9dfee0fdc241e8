package dev.paddock.annotations;

import dev.paddock.campaigns.Campaigns;
import dev.paddock.people.Caller;
import dev.paddock.prompts.Batches;
import dev.paddock.prompts.Format;
import dev.paddock.prompts.ImportReport;
import dev.paddock.prompts.ReadingSink;
import dev.paddock.prompts.Records;
import dev.paddock.prompts.Tally;
import dev.paddock.samples.PairReader;
import dev.paddock.shared.Conflict;
import java.io.InputStream;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Pairs that were judged elsewhere, taken over with what was said of them, in the importer's name. */
@Service
public class ImportedComparisons {

    private final Campaigns campaigns;
    private final ImportedBatches imported;

    ImportedComparisons(Campaigns campaigns, ImportedBatches imported) {
        this.campaigns = campaigns;
        this.imported = imported;
    }

    /**
     * Takes what can be taken, batch by batch, and names the rest. Sending a file again adds nothing twice; what its sender has said of a
     * pair is never changed by it.
     *
     * @param degree of the lines that name none; null where each has to
     * @throws Conflict where the campaign is closed, or is no longer the caller's to lead, before the file has ended
     */
    public ImportReport importAll(
            Caller caller, UUID campaignId, InputStream file, Format format, @Nullable Degree degree) {
        var campaign = campaigns.requireLeadOfOpen(caller, campaignId);
        PairReader.requireShape(format);
        var tally = new Tally();
        var batches = new Batches<ImportedJudgement>(tally, batch -> imported.save(caller, campaignId, batch, tally));
        Records.read(file, format, new ReadingSink<>(new JudgementReader(campaign, degree), batches, tally));
        batches.flush();
        return tally.report();
    }
}
