package dev.paddock.web.bestofk;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What came out of a run that nobody did. */
record PlantedRun(JdbcClient jdbc, String run) {

    void sample(int place, int position, double temperature, double reward, int rank) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into best_of_k_sample
                        select ?, id, ?, ?, 'finished', '', ?, variant_id, variant_name, variant_revision, 'embedded', 'e', 'm', '', '', ?, 1, 9,
                               '{}', 7, now(), 'm', '', '', '', null, null, null, null, null, '', 'stop', null, ?
                          from best_of_k_run where id = ?::uuid
                        """)
                .params(id, place, position, "Answer <i>" + place + "</i>", temperature, "hash" + place, run)
                .update();
        jdbc.sql("insert into best_of_k_rank values (?, ?::uuid, ?, ?, ?, ?)")
                .params(id, run, place, reward, reward, rank)
                .update();
    }

    void done(String curves) {
        jdbc.sql("""
                        update best_of_k_run set state = 'done', helpfulness_model = 'helpfulness-9', curves = cast(? as jsonb) where id = ?::uuid
                        """).params(curves, run).update();
    }
}
