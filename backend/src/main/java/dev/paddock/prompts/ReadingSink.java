package dev.paddock.prompts;

import tools.jackson.databind.JsonNode;

/** Records in, what they hold out in batches, faults noted. */
public record ReadingSink<T>(Reader<T> reader, Batches<T> batches, Tally tally) implements Records.Sink {

    /** Finds in a record what is to be stored. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(long line, JsonNode record) throws Unusable;
    }

    @Override
    public void record(long line, JsonNode content) {
        final T each;
        try {
            each = reader.read(line, content);
        } catch (Unusable refused) {
            tally.refuse(line, String.valueOf(refused.getMessage()));
            return;
        }
        batches.add(each);
    }

    @Override
    public void fault(long line, String reason) {
        tally.refuse(line, reason);
    }
}
