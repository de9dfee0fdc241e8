package dev.paddock.annotations;

import dev.paddock.BackendTest;
import dev.paddock.campaigns.Track;
import dev.paddock.prompts.Format;
import dev.paddock.tasks.PreparedCampaign;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** How long a file of judged pairs takes, new and sent again, in both orders. docs/benchmarks.md says how to run it. */
@BackendTest
class ImportBenchmark {

    private final Path file = Path.of(System.getProperty("paddock.judged", ""));

    @Autowired
    BeanFactory beans;

    @Test
    void imports() throws IOException {
        for (var round = 1; round <= 3; round++) {
            System.out.println("Round " + round);
            var byArrival = new PreparedCampaign(beans, Track.HELPFULNESS, 1);
            time("by arrival, 1 judgement", byArrival);
            time("the same again", byArrival);
            time("by uncertainty, 3 judgements", new PreparedCampaign(beans, Track.HELPFULNESS, 3).byUncertainty(20));
        }
    }

    private void time(String what, PreparedCampaign campaign) throws IOException {
        var began = System.nanoTime();
        try (var lines = Files.newInputStream(file)) {
            var report = beans.getBean(ImportedComparisons.class)
                    .importAll(campaign.lead(), campaign.id(), lines, Format.JSONL, Degree.BETTER);
            System.out.printf(
                    Locale.ROOT,
                    "%-30s %5.2f s: %d taken, %d here already, %d refused%n",
                    what,
                    (System.nanoTime() - began) / 1e9,
                    report.accepted(),
                    report.duplicates(),
                    report.refusedInAll());
        }
    }
}
