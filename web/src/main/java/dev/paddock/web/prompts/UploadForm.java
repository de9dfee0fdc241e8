package dev.paddock.web.prompts;

import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** A file, or prompts pasted one a line. */
record UploadForm(
        @Nullable MultipartFile file,
        @Nullable String pasted,
        @Nullable String kind,
        @Nullable String column,
        @Nullable String source,
        @Nullable String degree) {

    static UploadForm empty() {
        return new UploadForm(null, "", "prompts", "", "", "");
    }

    boolean hasFile() {
        return file != null && !file.isEmpty();
    }
}
