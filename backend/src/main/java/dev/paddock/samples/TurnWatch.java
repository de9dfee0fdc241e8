package dev.paddock.samples;

import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Watching turns through the database, for those that another replica generates. */
@Component
@Transactional
class TurnWatch {

    private final Transcripts transcripts;
    private final JdbcClient jdbc;

    TurnWatch(Transcripts transcripts, JdbcClient jdbc) {
        this.transcripts = transcripts;
        this.jdbc = jdbc;
    }

    /** A whole frame; tells the turn's owner at the same time that someone looks. */
    LiveFrame look(UUID id) {
        jdbc.sql("update turn set watched_until = now() + interval '5 seconds' where id = ? and state = 'generating' "
                        + "and (watched_until is null or watched_until < now() + interval '3 seconds')")
                .param(id)
                .update();
        var turn = transcripts.turn(id);
        Map<Slot, LiveFrame.Piece> pieces = new EnumMap<>(Slot.class);
        for (var slot : Slot.values()) {
            var sample = turn.sample(slot);
            var text = sample == null ? "" : transcripts.sample(sample).text();
            pieces.put(slot, new LiveFrame.Piece(true, text, sample != null));
        }
        return new LiveFrame(turn.state(), turn.failure(), pieces);
    }

    @Transactional(readOnly = true)
    boolean isWatched(UUID id) {
        return jdbc.sql("select count(*) from turn where id = ? and watched_until > now()")
                        .param(id)
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
