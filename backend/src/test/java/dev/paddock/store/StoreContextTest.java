package dev.paddock.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.BackendTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@BackendTest
class StoreContextTest {

    @Autowired
    JdbcClient database;

    @Autowired
    ApplicationContext context;

    @Test
    void aGivenDatabaseIsUsedInsteadOfOneOfOurOwn() {
        assertThat(context.getBeanNamesForType(Postgres.class)).isEmpty();
        assertThat(database.sql("SELECT current_user").query(String.class).single())
                .isEqualTo("paddock");
    }
}
