package dev.paddock;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Has the database do something whenever a statement adds rows to a table. The statements are counted from 1 as {@code on_insert}. */
public final class OnInsert implements AutoCloseable {

    public static final String CUT_THE_FIRST_CONNECTION =
            "if nextval('on_insert') = 1 then perform pg_terminate_backend(pg_backend_pid()); perform pg_sleep(1); end if;";

    private final JdbcClient jdbc;
    private final String table;

    /** @param does in PL/pgSQL */
    public OnInsert(JdbcClient jdbc, String table, String does) {
        this.jdbc = jdbc;
        this.table = table;
        jdbc.sql("create sequence on_insert").update();
        jdbc.sql("create function on_insert() returns trigger language plpgsql as $$ begin " + does
                        + " return null; end $$")
                .update();
        jdbc.sql("create trigger on_insert before insert on " + table
                        + " for each statement execute function on_insert()")
                .update();
    }

    public long statements() {
        return jdbc.sql("select case when is_called then last_value else 0 end from on_insert")
                .query(Long.class)
                .single();
    }

    @Override
    public void close() {
        jdbc.sql("drop trigger on_insert on " + table).update();
        jdbc.sql("drop function on_insert()").update();
        jdbc.sql("drop sequence on_insert").update();
    }
}
