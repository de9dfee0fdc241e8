package dev.paddock.web.tasks;

import dev.paddock.annotations.Receipt;
import dev.paddock.campaigns.Guideline;
import dev.paddock.rewardmodel.Message;
import dev.paddock.tasks.TaskView;
import dev.paddock.tasks.TaskView.State;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The workbench in each of its states, at {@code /showroom/work/ready}, {@code /showroom/work/ready?safety} and so on; it streams too. */
public class ShowroomWork {

    private static final UUID TASK = UUID.fromString("00000000-0000-0000-0000-000000000001");

    public static final List<Message> TURNS = List.of(
            Message.user("I have half a bag of red lentils and some carrots. What can I cook in twenty minutes?"),
            Message.assistant(
                    "A quick *dal* works well: fry onion and cumin, add the lentils and sliced carrots with twice the water,"
                            + " simmer for fifteen minutes and finish with lemon."),
            Message.user(
                    "I have no lemon and I do not like it very spicy. Can you adapt it and give me the amounts for two?"));

    static final ComparisonForm FORM =
            new ComparisonForm(1, "left:better", "both-safe", 4, null, 2, null, "The salt is missing.", null);

    private static final String LEFT = """
            Of course. For two people:

            - 120 g red lentils, rinsed
            - 2 medium carrots, thinly sliced
            - ½ teaspoon cumin, a pinch of turmeric
            - 350 ml water or stock, salt

            Soften the onion in a little oil, stir in the cumin, then the lentils, carrots and water. Simmer gently for fifteen minutes. \
            Take it off the heat, season, and stir in **yoghurt** for the sharpness that the lemon would have given.

            | what | how much |
            |---|--:|
            | Donaudampfschifffahrtsgesellschaftskapitän | 1 |
            """;
    private static final String RIGHT =
            "You can leave out the lemon and the chilli. Cook the lentils with the carrots until soft. Use about one cup of lentils and"
                    + " two cups of water.\n\n```\nsimmer(15, \"minutes\") // then add salt and pepper to taste, and serve it\n```\n";

    @Bean
    RouterFunction<ServerResponse> work() {
        return RouterFunctions.route()
                .GET("/showroom/work/{state}", ShowroomWork::page)
                .GET("/tasks/{id}/stream", ShowroomWork::stream)
                .GET(
                        "/tasks/{id}",
                        request ->
                                ServerResponse.ok().render("tasks/workbench :: answers", model(State.READY, request)))
                .POST(
                        "/tasks/{id}/lease",
                        request -> ServerResponse.ok().body(Map.of("at", in(30).toString(), "seconds", 1800)))
                .POST("/tasks/{id}/draft", request -> ServerResponse.ok().body(Map.of("at", in(0).toString())))
                .GET("/showroom/list", request -> ServerResponse.ok().render("tasks/work", list(request)))
                .build();
    }

    private static ServerResponse page(ServerRequest request) {
        var state = State.valueOf(
                request.pathVariable("state").toUpperCase(Locale.ROOT).replace('-', '_'));
        return ServerResponse.ok().render("tasks/workbench", model(state, request));
    }

    static Map<String, Object> model(State state, ServerRequest request) {
        var safety = request.param("safety").isPresent();
        var opening = request.param("opening").isPresent();
        var model = new HashMap<String, Object>();
        model.put("section", "work");
        model.put("action", "/showroom/work/ready");
        model.put("task", task(state, opening));
        model.put(
                "bench",
                bench(
                        safety,
                        request.param("rated").isPresent(),
                        request.param("draft").orElse("")));
        if (!opening) {
            model.put("saved", new Receipt(UUID.randomUUID(), 8812, TASK, in(0), in(10), false));
        }
        request.param("trouble").ifPresent(words -> model.put("trouble", words));
        request.param("riskCategory").ifPresent(risk -> model.put("riskCategory", risk));
        request.param("settled").ifPresent(owner -> model.put("settled", owner));
        request.param("sheet").ifPresent(sheet -> model.put("sheet", sheet));
        request.param("reason").ifPresent(reason -> model.put("reason", reason));
        request.param("unsent").ifPresent(words -> model.put("unsent", Unsent.of(FORM)));
        request.param("missed").ifPresent(words -> model.put("missed", Unsent.of(FORM)));
        return model;
    }

    private static TaskView task(State state, boolean opening) {
        var ready = state == State.READY;
        return new TaskView(
                TASK,
                UUID.randomUUID(),
                state,
                in(24),
                opening ? 1 : 3,
                4,
                opening && state == State.AWAITING_MESSAGE ? List.of() : TURNS,
                opening ? "Explain to my nephew why the sea is salty." : null,
                ready ? LEFT : null,
                ready ? RIGHT : null,
                state == State.FAILED
                        ? "One of the two answers could not be written: the model did not answer in time."
                        : "");
    }

    private static Bench bench(boolean safety, boolean rated, String draft) {
        var guideline = new Guideline(
                UUID.randomUUID(),
                3,
                "# What to look for\n\nPrefer the answer that **does what was asked**.\n\n1. Is it right?\n2. Is it complete?\n",
                in(0));
        return new Bench(
                "Everyday helpfulness", 3, 14, safety, rated, rated && safety, guideline, draft, new Unsent(List.of()));
    }

    static Instant in(int minutes) {
        return Instant.now().plus(Duration.ofMinutes(minutes));
    }

    private static Map<String, Object> list(ServerRequest request) {
        var rows = List.of(
                new WorkRow(
                        UUID.randomUUID(),
                        "Everyday helpfulness",
                        "helpfulness",
                        "active",
                        true,
                        null,
                        true,
                        14,
                        8214,
                        12000),
                new WorkRow(
                        UUID.randomUUID(),
                        "Sicherheitsbewertungskampagne",
                        "safety",
                        "paused",
                        false,
                        "This campaign is paused. What you have saved is safe; its lead will start it again.",
                        false,
                        0,
                        25,
                        75));
        return Map.of(
                "section",
                "work",
                "rows",
                rows,
                "nothing",
                "You have done your share: what is left needs the judgement of other people.",
                "settled",
                request.param("settled").orElse(""));
    }

    /** Both answers word by word, in some six seconds. */
    private static ServerResponse stream(ServerRequest request) {
        return ServerResponse.sse(sse -> Thread.ofVirtual().start(() -> {
            try {
                var left = LEFT.split("(?<=\\s)");
                var right = RIGHT.split("(?<=\\s)");
                for (int i = 0; i < Math.max(left.length, right.length); i++) {
                    send(sse, "left", i, left);
                    send(sse, "right", i, right);
                    Thread.sleep(60);
                }
                sse.event("state").data(Map.of("state", "ready"));
                sse.complete();
            } catch (IOException | InterruptedException gone) {
                sse.error(gone);
            }
        }));
    }

    private static void send(ServerResponse.SseBuilder sse, String side, int i, String[] words) throws IOException {
        @Nullable String word = i < words.length ? words[i] : null;
        if (word != null) {
            sse.event("text").data(Map.of("side", side, "text", word, "replaces", i == 0));
        }
    }
}
