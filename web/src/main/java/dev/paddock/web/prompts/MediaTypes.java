package dev.paddock.web.prompts;

import dev.paddock.prompts.Format;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotSupportedException;

/** The content types that a file of records may be sent with. */
final class MediaTypes {

    static final String JSONL = "application/jsonl";
    static final String NDJSON = "application/x-ndjson";
    static final String CSV = "text/csv";

    private MediaTypes() {}

    static Format format(HttpServletRequest request) throws HttpMediaTypeNotSupportedException {
        var type = MediaType.parseMediaType(request.getContentType());
        if (type.getCharset() != null && !type.getCharset().equals(StandardCharsets.UTF_8)) {
            throw new HttpMediaTypeNotSupportedException(type, List.of(new MediaType(type, StandardCharsets.UTF_8)));
        }
        return switch (type.getType() + "/" + type.getSubtype()) {
            case JSONL, NDJSON -> Format.JSONL;
            case CSV -> Format.CSV;
            default -> Format.JSON;
        };
    }
}
