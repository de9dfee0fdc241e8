package dev.paddock.samples.generation;

import dev.paddock.rewardmodel.Message;
import java.util.List;

/** @param messages an optional system message, then user and assistant in turn, a user message last */
public record GenerationRequest(List<Message> messages, Decoding decoding) {

    public GenerationRequest {
        messages = List.copyOf(messages);
    }
}
