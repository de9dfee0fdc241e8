package dev.paddock.web.errors;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.paddock.shared.Refusal.Fault;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@link Problem} as problem+json (RFC 9457). */
@Schema(name = "Problem")
public record ProblemBody(
        @Schema(description = "The fact, for programs.", example = "urn:paddock:problem:lease-lost")
        String type,

        String title,
        int status,

        @Schema(description = "What happened and what to do, for people.")
        String detail,

        @Schema(description = "What is wrong with parts of the input; missing where there is no such part.")
        @JsonInclude(Include.NON_EMPTY)
        List<ErrorBody> errors,

        @Schema(description = "Where the operator finds it in the log; only for failures of ours.")
        @JsonInclude(Include.NON_NULL)
        @Nullable
        String id) {

    /** Either a field or a line. */
    @Schema(name = "ProblemPart")
    public record ErrorBody(
            @Schema(description = "The field's name.") @JsonInclude(Include.NON_NULL) @Nullable
            String field,

            @Schema(description = "The line of an imported file.") @JsonInclude(Include.NON_NULL) @Nullable
            Long line,

            String reason) {

        /** {@code line 3} is a line, everything else a field. */
        static ErrorBody of(Fault fault) {
            return fault.field().matches("line \\d+")
                    ? new ErrorBody(null, Long.valueOf(fault.field().substring("line ".length())), fault.reason())
                    : new ErrorBody(fault.field(), null, fault.reason());
        }
    }

    static ProblemBody of(Problem problem) {
        return new ProblemBody(
                "urn:paddock:problem:" + problem.type(),
                problem.title(),
                problem.status().value(),
                problem.detail(),
                problem.faults().stream().map(ErrorBody::of).toList(),
                problem.id());
    }
}
