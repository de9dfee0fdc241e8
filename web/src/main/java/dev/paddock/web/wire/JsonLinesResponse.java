package dev.paddock.web.wire;

import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;

/** How the description of the API tells of a {@link JsonLinesBody}. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ApiResponse(
        responseCode = "200",
        content = @Content(mediaType = JsonLinesBody.TYPE, schema = @Schema(implementation = String.class)),
        headers = {
            @Header(
                    name = JsonLinesBody.ROWS,
                    description = "How many lines follow.",
                    schema = @Schema(implementation = Long.class)),
            @Header(
                    name = "Content-Disposition",
                    description = "A name for the file.",
                    schema = @Schema(implementation = String.class))
        })
public @interface JsonLinesResponse {

    /** In which order the lines come, and what breaking off looks like. */
    @AliasFor(annotation = ApiResponse.class, attribute = "description")
    String value();
}
