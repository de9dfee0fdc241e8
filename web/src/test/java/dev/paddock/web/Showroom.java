package dev.paddock.web;

import dev.paddock.web.markdown.Markdown;
import dev.paddock.web.parts.Bar;
import dev.paddock.web.parts.Choice;
import dev.paddock.web.parts.Fact;
import dev.paddock.web.tasks.ShowroomComparisons;
import dev.paddock.web.tasks.ShowroomWork;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * The templates with made-up contents and nothing behind them: no database, no model. For looking at ({@code main} serves it on port 8090)
 * and for tests of the look. Not a configuration class, so that no other test finds it.
 */
@EnableAutoConfiguration
@Import({Markdown.class, ShowroomWork.class, ShowroomComparisons.class})
public class Showroom {

    /** The policy of the real thing; a page that needs more fails here already. */
    static final String POLICY =
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    public static void main(String[] arguments) {
        open(8090);
    }

    public static ConfigurableApplicationContext open(int port) {
        return new SpringApplicationBuilder(Showroom.class)
                .properties(Map.of(
                        "server.port",
                        port,
                        "spring.config.name",
                        "showroom",
                        "spring.thymeleaf.servlet.produce-partial-output-while-processing",
                        false,
                        "server.servlet.session.tracking-modes",
                        "cookie",
                        "spring.web.resources.chain.strategy.content.enabled",
                        true,
                        "spring.autoconfigure.exclude",
                        "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration"))
                .run();
    }

    @Bean
    SecurityFilterChain doors(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(every -> every.anyRequest().permitAll())
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY)))
                .addFilterBefore(
                        new ShowroomVisitor(),
                        org.springframework.security.web.authentication.AnonymousAuthenticationFilter.class)
                .build();
    }

    @Bean
    RouterFunction<ServerResponse> parts() {
        return RouterFunctions.route()
                .GET("/showroom/parts", request -> ServerResponse.ok().render("showroom/parts", partsModel(false)))
                .GET("/showroom/errors", request -> ServerResponse.ok().render("showroom/parts", partsModel(true)))
                .GET(
                        "/showroom/{code:4..|5..}",
                        request -> ServerResponse.ok().render("error/" + request.pathVariable("code")))
                .build();
    }

    private static Map<String, Object> partsModel(boolean wrong) {
        var form = new ShowroomForm(
                "Everyday helpfulness",
                "ada@lab.example",
                3,
                "helpfulness",
                List.of("safety"),
                true,
                "# Guideline",
                "");
        var errors = new org.springframework.validation.BeanPropertyBindingResult(form, "form");
        if (wrong) {
            errors.rejectValue("name", "taken", "There is a campaign of that name already.");
            errors.rejectValue("judgements", "range", "Between 1 and 99.");
            errors.rejectValue("ratings", "some", "Choose at least one.");
        }
        return Map.of(
                "form",
                form,
                "org.springframework.validation.BindingResult.form",
                errors,
                "section",
                "campaigns",
                "receipt",
                "Saved 12:04:07. The campaign is active.",
                "tracks",
                List.of(
                        new Choice("helpfulness", "Helpfulness"),
                        new Choice("safety", "Safety", "Adversarial prompts; people are warned.")),
                "facts",
                List.of(
                        new Fact("Comparisons", "8,214", "of 12,000"),
                        new Fact("Agreement, AC2 linear", "0.52", "0.49 to 0.55"),
                        new Fact("Left chosen", "50.8 %", "no bias seen"),
                        new Fact("Belohnungsmodellübereinstimmung", "66.1 %", "helpfulness-4")),
                "bars",
                List.of(
                        new Bar("significantly better", .26, .24, .28, "14.2 %", null),
                        new Bar("better", .46, .44, .49, "25.0 %", "left"),
                        new Bar("vernachlässigbar besser oder unsicher", .58, .58, .58, "31.6 %", "right")),
                "turns",
                ShowroomWork.TURNS);
    }
}
