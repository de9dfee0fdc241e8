package dev.paddock.rewardmodel.onnx;

import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the native libraries say, without what is of use to their makers alone and without the folders of this machine. */
final class RuntimeWords {

    private static final Pattern CODE = Pattern.compile("Error code - \\w+ - message: ");

    /** A place in ONNX Runtime's source, and the function there: {@code /src/model.cc:177 void ns::Model::load(const Path&) const }. */
    private static final Pattern SOURCE = Pattern.compile(
            "[\\w./-]*\\.(?:cc|cpp|cu|h|hpp):\\d+ (?:[^()]*::[^()]*\\((?:[^()]++|\\([^()]*+\\))*+\\) (?:const )?(?:\\[with [^\\]]*] )?)?");

    /** In characters: they quote names from a model in full, and whoever wrote it chose their length. */
    private static final int MOST = 2_000;

    private RuntimeWords() {}

    static String of(Throwable e) {
        return Stream.of(CODE, SOURCE)
                .reduce(
                        cut(String.valueOf(e.getMessage())),
                        (words, noise) -> noise.matcher(words).replaceAll(""),
                        (before, _) -> before)
                .strip();
    }

    private static String cut(String words) {
        return words.length() <= MOST ? words : words.substring(0, MOST) + "…";
    }

    /** @param file what was read; of it and what lies beside it the names stay */
    static String of(Throwable e, Path file) {
        var folder = file.toAbsolutePath().getParent();
        return of(e).replace(folder + "/", "").replace(file.toString(), String.valueOf(file.getFileName()));
    }
}
