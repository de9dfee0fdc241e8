package dev.paddock.annotations;

import static dev.paddock.annotations.ImportedWorld.PAIR;
import static dev.paddock.annotations.ImportedWorld.pair;
import static dev.paddock.annotations.ImportedWorld.turned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.BackendTest;
import dev.paddock.annotations.ImportedWorld.Row;
import dev.paddock.campaigns.CampaignClosed;
import dev.paddock.campaigns.CampaignRole;
import dev.paddock.campaigns.Members;
import dev.paddock.campaigns.Track;
import dev.paddock.people.Caller;
import dev.paddock.people.Cast;
import dev.paddock.people.Role;
import dev.paddock.prompts.ImportReport;
import dev.paddock.prompts.RefusedLine;
import dev.paddock.shared.NotAllowed;
import dev.paddock.shared.NotFound;
import dev.paddock.tasks.Next;
import dev.paddock.tasks.PreparedCampaign;
import dev.paddock.tasks.Tasks;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@BackendTest
class ImportedComparisonsTest {

    @Autowired
    BeanFactory beans;

    @Autowired
    Tasks tasks;

    @Autowired
    TransactionTemplate transaction;

    ImportedWorld world;
    Caller grace;

    @BeforeEach
    void campaign() {
        world = new ImportedWorld(beans, new PreparedCampaign(beans, Track.HELPFULNESS, 3));
        grace = world.campaign.lead();
    }

    @Test
    void fillsOneSlotAsIfTheImporterHadAnswered() {
        assertThat(world.imported(pair("Why?", 1, "slightly-better")).accepted())
                .isEqualTo(1);

        assertThat(world.comparisons())
                .containsExactly(new Row("Fish.", "Rivers.", "slightly-better", true, grace.person()));
        assertThat(world.slots()).containsExactly("answered 1", "open 2");
        assertThat(world.next(grace)).isInstanceOf(Next.Nothing.class);
        assertThat(world.next(world.campaign.annotator())).isInstanceOf(Next.Leased.class);
    }

    @Test
    void theSameFileAgainAddsNothing() {
        assertThat(world.imported(PAIR, PAIR))
                .returns(1, ImportReport::accepted)
                .returns(1, ImportReport::duplicates);

        assertThat(world.imported(PAIR))
                .returns(0, ImportReport::accepted)
                .returns(1, ImportReport::duplicates)
                .returns(0, ImportReport::refusedInAll);
        assertThat(world.imported(turned("Why is the sea salty?", 1, "better")).duplicates())
                .isEqualTo(1);
        assertThat(world.comparisons()).hasSize(1);
        assertThat(world.slots()).containsExactly("answered 1", "open 2");
    }

    @Test
    void refusesAnotherJudgementOfThePairByItsLine() {
        world.imported(PAIR);

        var again = world.imported(
                pair("Another?", 0, "better"),
                pair("Why is the sea salty?", 1, "better"),
                pair("Why is the sea salty?", 0, "slightly-better"),
                turned("Why is the sea salty?", 0, "better"),
                pair("Another?", 1, "better"));

        assertThat(again.accepted()).isEqualTo(1);
        assertThat(again.refused()).extracting(RefusedLine::line).containsExactly(2L, 3L, 4L, 5L);
        assertThat(again.refused().getFirst().reason()).contains("(comparison ").contains("judges a pair once");
        assertThat(again.refused().getLast().reason()).contains("an earlier line of this file");
        assertThat(world.comparisons()).extracting(Row::chosen).containsExactly("Rivers.", "Rivers.");
    }

    @Test
    void aPairThatIsThereGetsTheImportersJudgementWhicheverAnswerCameFirst() {
        world.campaign.withPairs(1);

        var report = world.imported("""
                {"messages":[{"role":"user","content":"Question 0"}],"responses":[{"text":"Another."},{"text":"One."}],"chosen":0,"degree":"better"}""");

        assertThat(report.accepted()).isEqualTo(1);
        assertThat(world.items()).isEqualTo(1);
        assertThat(world.slots()).containsExactly("answered 1", "open 2");
        assertThat(world.comparisons()).extracting(Row::chosen).containsExactly("Another.");
    }

    @Test
    void refusesWhatTheImporterHasInHandOrSkippedAndWhatIsFull() {
        world.imported(lead(), null, PAIR);
        var task = world.held(grace);
        assertThat(world.reason(PAIR)).contains("in hand");
        tasks.skip(grace, task, "I cannot say.");
        assertThat(world.reason(PAIR)).contains("skipped");

        world.imported(lead(), null, PAIR);
        world.imported(lead(), null, PAIR);

        assertThat(world.slots()).containsExactly("answered 3", "skipped 1");
        assertThat(world.imported(lead(), null, PAIR).refused())
                .extracting(RefusedLine::reason)
                .allMatch(reason -> reason.contains("all given"));
        assertThat(world.comparisons()).hasSize(3);
    }

    @Test
    void importsWhileTheImporterHoldsAnotherTask() {
        world.campaign.withPairs(1);
        world.held(grace);

        assertThat(world.imported(PAIR).accepted()).isEqualTo(1);
        assertThat(world.slots()).containsExactly("answered 1", "leased 1", "open 4");
    }

    @Test
    void manyImportsOfOneFileAtOnceFillEachSlotOnce() throws InterruptedException {
        var lines = IntStream.range(0, 60)
                .mapToObj(i -> pair("Question " + i, i % 2, "better"))
                .toArray(String[]::new);
        world.imported(lead(), null, lines);
        var mary = lead();

        try (var threads = Executors.newFixedThreadPool(6)) {
            threads.invokeAll(IntStream.range(0, 6)
                            .mapToObj(i -> (Callable<ImportReport>)
                                    () -> world.imported(i % 2 == 0 ? grace : mary, null, lines))
                            .toList())
                    .forEach(ended ->
                            assertThat(ended.resultNow().refusedInAll()).isZero());
        }

        assertThat(world.items()).isEqualTo(60);
        assertThat(world.slots()).containsExactly("answered 180");
        assertThat(world.comparisons()).hasSize(180);
    }

    /** An import that would not wait takes another slot of the pair, and the database has to refuse all of it. */
    @Test
    void waitsForWhatTheImporterIsJustTaking() throws Exception {
        world.imported(lead(), null, PAIR);

        try (var threads = Executors.newSingleThreadExecutor()) {
            var importing = transaction.execute(_ -> {
                world.held(grace);
                var started = threads.submit(() -> world.reason(PAIR));
                LockSupport.parkNanos(500_000_000);
                return started;
            });
            assertThat(importing.get()).contains("in hand");
        }
    }

    @Test
    void onlyLeadsOfTheCampaignImportAndOnlyWhileItIsOpen() {
        assertThatThrownBy(() -> world.imported(world.campaign.annotator(), null, PAIR))
                .isInstanceOf(NotAllowed.class);
        var foreign = new Cast(beans).stranger(Role.LEAD);
        assertThatThrownBy(() -> world.imported(foreign, null, PAIR)).isInstanceOf(NotFound.class);
        world.campaign.campaigns().close(grace, world.campaign.id());
        assertThatThrownBy(() -> world.imported(PAIR)).isInstanceOf(CampaignClosed.class);
        assertThat(world.comparisons()).isEmpty();
    }

    private Caller lead() {
        var lead = new Cast(beans).stranger(Role.LEAD);
        beans.getBean(Members.class)
                .add(grace, world.campaign.id(), lead.person().toString(), CampaignRole.LEAD);
        return lead;
    }
}
