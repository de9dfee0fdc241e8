package dev.paddock;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reward models of which nothing is there but their rows: for tests that want one registered and never open it. */
public final class BareModels {

    private final Rows rows;

    public BareModels(JdbcClient jdbc) {
        this.rows = new Rows(jdbc);
    }

    public void serve(String kind, String name) {
        register(kind, name, "serving");
    }

    public void register(String kind, String name, String state) {
        register(kind, name, state, "nowhere", OffsetDateTime.now(ZoneOffset.UTC));
    }

    /** One that serves does so in the place of the one that did. */
    public void register(String kind, String name, String state, String folder, OffsetDateTime at) {
        if (state.equals("serving")) {
            rows.sql("update reward_model set state = 'retired' where kind = ? and state = 'serving'")
                    .param(kind)
                    .update();
        }
        rows.insert(
                "reward_model", "name, kind, state, folder, sha256, created_at", name, kind, state, folder, "cafe", at);
    }
}
