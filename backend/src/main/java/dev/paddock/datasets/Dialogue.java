package dev.paddock.datasets;

import dev.paddock.rewardmodel.Message;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that was said before the two answers: the system text, what came with a prepared pair, earlier turns with the answers that were
 * chosen there, and the message that both samples answer.
 */
record Dialogue(
        String system, String[] contextRoles, String[] context, String[] questions, String[] answers, String last) {

    private static final String[] NOTHING = {};

    /** Takes what is said, in order. */
    interface Listener {
        void said(String role, String content);
    }

    /** Reads six columns from the given one on, in the order of the components. */
    static Dialogue read(ResultSet row, int first) throws SQLException {
        return new Dialogue(
                row.getString(first),
                texts(row.getArray(first + 1)),
                texts(row.getArray(first + 2)),
                texts(row.getArray(first + 3)),
                texts(row.getArray(first + 4)),
                row.getString(first + 5));
    }

    private static String[] texts(@Nullable Array array) throws SQLException {
        return array == null ? NOTHING : (String[]) array.getArray();
    }

    void tell(Listener listener) {
        for (var i = 0; i < context.length; i++) {
            listener.said(contextRoles[i], context[i]);
        }
        for (var i = 0; i < questions.length; i++) {
            listener.said("user", questions[i]);
            listener.said("assistant", answers[i]);
        }
        listener.said("user", last);
    }

    List<Message> messages() {
        var messages = new ArrayList<Message>();
        if (!system.isEmpty()) {
            messages.add(Message.system(system));
        }
        tell((role, content) -> messages.add(role.equals("user") ? Message.user(content) : Message.assistant(content)));
        return List.copyOf(messages);
    }
}
