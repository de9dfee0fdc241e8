package dev.paddock.annotations;

import dev.paddock.people.Caller;
import dev.paddock.prompts.Format;
import dev.paddock.prompts.ImportReport;
import dev.paddock.prompts.RefusedLine;
import dev.paddock.tasks.Next;
import dev.paddock.tasks.PreparedCampaign;
import dev.paddock.tasks.Tasks;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A campaign that gets judgements from elsewhere, and what the database has of them. */
final class ImportedWorld {

    /** The first of two answers, chosen: better. */
    static final String PAIR = pair("Why is the sea salty?", 0, "better");

    private final ImportedComparisons imports;
    private final Tasks tasks;
    private final JdbcClient database;
    final PreparedCampaign campaign;

    ImportedWorld(BeanFactory beans, PreparedCampaign campaign) {
        this.imports = beans.getBean(ImportedComparisons.class);
        this.tasks = beans.getBean(Tasks.class);
        this.database = beans.getBean(JdbcClient.class);
        this.campaign = campaign;
    }

    static String pair(String question, int chosen, String degree) {
        return """
                {"messages":[{"role":"user","content":"%s"}],"responses":[{"text":"Rivers."},{"text":"Fish."}],"chosen":%d,"degree":"%s"}""".formatted(question, chosen, degree);
    }

    /** The same pair told the other way round. */
    static String turned(String question, int chosen, String degree) {
        return """
                {"messages":[{"role":"user","content":"%s"}],"responses":[{"text":"Fish."},{"text":"Rivers."}],"chosen":%d,"degree":"%s"}""".formatted(question, chosen, degree);
    }

    ImportReport imported(String... lines) {
        return imported(campaign.lead(), null, lines);
    }

    ImportReport imported(Caller caller, @Nullable Degree degree, String... lines) {
        var file = new ByteArrayInputStream(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        return imports.importAll(caller, campaign.id(), file, Format.JSONL, degree);
    }

    String reason(String... lines) {
        return imported(lines).refused().stream()
                .map(RefusedLine::reason)
                .findFirst()
                .orElse("");
    }

    record Row(String chosen, String rejected, String degree, boolean imported, UUID person) {}

    List<Row> comparisons() {
        return database.sql("""
                        select a.text chosen, b.text rejected, c.degree, c.imported, c.person_id person
                          from comparison c join sample a on a.id = c.chosen_sample join sample b on b.id = c.rejected_sample
                         where c.campaign_id = ? order by c.number
                        """)
                .param(campaign.id())
                .query((row, _) -> new Row(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getBoolean(4),
                        row.getObject(5, UUID.class)))
                .list();
    }

    /** In how many slots of what state, such as {@code open 2, answered 1}. */
    List<String> slots() {
        return database.sql("""
                        select state || ' ' || count(*) from task where campaign_id = ? and state <> 'expired' group by state order by state
                        """)
                .param(campaign.id())
                .query((row, _) -> row.getString(1))
                .list();
    }

    long items() {
        return database.sql("select count(*) from item where campaign_id = ?")
                .param(campaign.id())
                .query(Long.class)
                .single();
    }

    Next next(Caller caller) {
        return tasks.next(caller, campaign.id());
    }

    UUID held(Caller caller) {
        return ((Next.Leased) next(caller)).task();
    }
}
