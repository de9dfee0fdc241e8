package dev.paddock.samples.openai;

import dev.paddock.rewardmodel.Message;
import dev.paddock.samples.generation.Decoding;
import dev.paddock.samples.generation.GenerationRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What is posted. All that decides an answer is always said: a server's own defaults differ from build to build. */
final class ChatBody {

    private static final JsonMapper JSON = JsonMapper.shared();

    private ChatBody() {}

    static String of(String model, GenerationRequest request) {
        Decoding decoding = request.decoding();
        var body = new LinkedHashMap<String, Object>();
        body.put("model", model);
        body.put("messages", messages(request.messages()));
        body.put("temperature", decoding.temperature());
        body.put("top_p", decoding.topP());
        body.put("max_tokens", decoding.maxTokens());
        body.put("seed", decoding.seed());
        body.put("stop", decoding.stop());
        body.put("stream", true);
        body.put("stream_options", Map.of("include_usage", true));
        return JSON.writeValueAsString(body);
    }

    /** Always the same text for the same messages: provenance keeps its checksum. */
    static String canonical(List<Message> messages) {
        return JSON.writeValueAsString(messages(messages));
    }

    private static List<Map<String, String>> messages(List<Message> messages) {
        return messages.stream().map(ChatBody::message).toList();
    }

    private static Map<String, String> message(Message message) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("role", message.role().name().toLowerCase(Locale.ROOT));
        fields.put("content", message.content());
        return fields;
    }
}
