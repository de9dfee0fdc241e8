package dev.paddock.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;

class DatabaseAwayStatesTest {

    private static boolean isAway(@Nullable String state) {
        var failure = new SQLException("as the database says it", state);
        var translated = new SQLStateSQLExceptionTranslator().translate("reading", null, failure);
        var plain = DatabaseAway.is(new IllegalStateException(failure));
        assertThat(DatabaseAway.is(translated == null ? failure : translated)).isEqualTo(plain);
        return plain;
    }

    @Test
    void whatPassesByItselfIsAway() {
        assertThat(isAway("08006")).as("the connection broke").isTrue();
        assertThat(isAway("57P01")).as("it is being restarted").isTrue();
        assertThat(isAway("53300")).as("too many connections").isTrue();
        assertThat(isAway(null)).as("the connection was closed").isTrue();
    }

    @Test
    void whatWouldOnlyHappenAgainIsNot() {
        assertThat(isAway("57014")).as("a statement took longer than it may").isFalse();
        assertThat(isAway("23505")).as("a row was there already").isFalse();
    }
}
