package dev.paddock.web.openapi;

import dev.paddock.people.Caller;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;

/** What holds for the API as a whole; the operations are described where they are. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String TOKEN = "token";

    static {
        // Known by the token, and nothing that anybody sends.
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
    }

    @Bean
    OpenAPI openApi(@Value("${paddock.version}") String version) throws IOException {
        return new OpenAPI()
                .info(new Info().title("Paddock").version(version).description(text()))
                .servers(List.of(new Server().url("/")))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN))
                .components(new Components()
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("A token of Paddock's, beginning with pdk_.")));
    }

    /** Named after controller and method, {@code membersList}: the method alone would be called list_6. */
    @Bean
    GlobalOperationCustomizer operationNames() {
        return (operation, method) -> {
            var controller = method.getBeanType().getSimpleName().replaceAll("Api$", "");
            var verb = method.getMethod().getName();
            return operation.operationId(Character.toLowerCase(controller.charAt(0))
                    + controller.substring(1)
                    + Character.toUpperCase(verb.charAt(0))
                    + verb.substring(1));
        };
    }

    private static String text() throws IOException {
        return new ClassPathResource("description.md", ApiDescription.class).getContentAsString(StandardCharsets.UTF_8);
    }
}
