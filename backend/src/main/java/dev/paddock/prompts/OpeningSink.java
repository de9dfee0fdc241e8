package dev.paddock.prompts;

import tools.jackson.databind.JsonNode;

/** Records in, openings out, faults noted. */
record OpeningSink(OpeningReader reader, Batches<Opening> batches, Tally tally) implements Records.Sink {

    @Override
    public void record(long line, JsonNode content) {
        final Opening opening;
        try {
            opening = reader.read(content);
        } catch (Unusable refused) {
            tally.refuse(line, String.valueOf(refused.getMessage()));
            return;
        }
        batches.add(opening);
    }

    @Override
    public void fault(long line, String reason) {
        tally.refuse(line, reason);
    }
}
