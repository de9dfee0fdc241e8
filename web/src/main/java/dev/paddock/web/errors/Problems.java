package dev.paddock.web.errors;

import dev.paddock.shared.Refusal.Fault;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/** Tells a {@link Problem}: problem+json under /api, a page elsewhere, one line in the page for htmx. */
@Component
public class Problems {

    private static final Set<Integer> WITH_OWN_PAGE = Set.of(403, 404, 429, 500);

    private final JsonMapper json;

    Problems(JsonMapper json) {
        this.json = json;
    }

    /** For a controller's answer: a {@link ResponseEntity} or a {@link ModelAndView}. */
    Object answer(HttpServletRequest request, Problem problem) {
        if (ofApi(request)) {
            return ResponseEntity.status(problem.status())
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(ProblemBody.of(problem));
        }
        return page(request, problem);
    }

    /** For filters, where there is no controller around. */
    public void write(HttpServletResponse response, Problem problem) throws IOException {
        response.setStatus(problem.status().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(ProblemBody.of(problem)));
    }

    private static ModelAndView page(HttpServletRequest request, Problem problem) {
        var status = problem.status().value();
        var view = WITH_OWN_PAGE.contains(status) ? "error/" + status : "error";
        var whole = request.getHeader("HX-Request") == null || request.getHeader("HX-Boosted") != null;
        var page = new ModelAndView(whole ? view : "parts/refusal", problem.status());
        page.addObject("detail", problem.detail());
        page.addObject("faults", problem.faults());
        return page;
    }

    private static boolean ofApi(HttpServletRequest request) {
        var forwarded = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        var path = forwarded == null ? request.getRequestURI() : forwarded.toString();
        return path.startsWith(request.getContextPath() + "/api/") || path.equals(request.getContextPath() + "/api");
    }

    static List<Fault> one(String field, String reason) {
        return List.of(new Fault(field, reason));
    }
}
