package dev.paddock.web.parts;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells the layout which part of Paddock the reader is in, so that the navigation can mark it. */
@ControllerAdvice
class Whereabouts {

    /** The first word of the path: {@code campaigns} for {@code /campaigns/7/prompts}. */
    @ModelAttribute("section")
    String section(HttpServletRequest request) {
        var words = request.getRequestURI()
                .substring(request.getContextPath().length())
                .split("/", 3);
        return words.length > 1 ? words[1] : "";
    }
}
