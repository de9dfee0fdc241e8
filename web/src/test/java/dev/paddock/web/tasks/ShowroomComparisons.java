package dev.paddock.web.tasks;

import static dev.paddock.web.tasks.ShowroomWork.FORM;
import static dev.paddock.web.tasks.ShowroomWork.in;

import dev.paddock.tasks.TaskView.State;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** What becomes of comparisons: the list of those saved, one that is corrected, and one that came too late. */
public class ShowroomComparisons {

    @Bean
    RouterFunction<ServerResponse> comparisons() {
        return RouterFunctions.route()
                .GET("/showroom/done", request -> ServerResponse.ok().render("tasks/done", done()))
                .GET("/showroom/correction", ShowroomComparisons::correction)
                .GET("/showroom/lost", request -> ServerResponse.ok().render("tasks/lost", lost()))
                .build();
    }

    private static Map<String, Object> done() {
        var rows = List.of(
                new DoneRow(
                        UUID.randomUUID(),
                        8812,
                        in(-3),
                        "left slightly better",
                        "",
                        "The salt is missing.",
                        true,
                        in(7)),
                new DoneRow(
                        UUID.randomUUID(),
                        8811,
                        in(-30),
                        "right significantly better",
                        "both safe",
                        "",
                        false,
                        in(-20)));
        return Map.of("section", "comparisons", "rows", rows);
    }

    private static ServerResponse correction(ServerRequest request) {
        var model = ShowroomWork.model(State.READY, request);
        model.put("correcting", UUID.randomUUID());
        model.put("number", 8812);
        model.put("until", in(9));
        model.put("form", FORM);
        model.put("back", "/work");
        return ServerResponse.ok().render("tasks/correction", model);
    }

    private static Map<String, Object> lost() {
        return Map.of("trouble", "This task is no longer held for you: its time ran out.", "unsent", Unsent.of(FORM));
    }
}
