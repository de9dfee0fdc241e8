package dev.paddock;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows put straight into the tables. */
record Rows(JdbcClient jdbc) {

    JdbcClient.StatementSpec sql(String text) {
        return jdbc.sql(text);
    }

    void insert(String table, String columns, @Nullable Object... values) {
        var marks = "?, ".repeat(values.length - 1) + "?";
        var statement = sql("insert into " + table + " (" + columns + ") values (" + marks + ")");
        for (var value : values) {
            statement = statement.param(value);
        }
        statement.update();
    }
}
