package dev.paddock.rewardmodel.onnx;

import ai.onnxruntime.OrtException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was to be computed at once is more than the device's memory holds. Less at once may do; the session stays good. */
public final class NotEnoughMemory extends TooLarge {

    /** ONNX Runtime has no code for it, only these words of its arena, of CUDA, of cuBLAS and of the system. */
    private static final List<String> WORDS = List.of(
            "Failed to allocate memory",
            "is smaller than requested bytes",
            "out of memory",
            "_ALLOC_FAILED",
            "the resource allocation failed",
            "bad allocation",
            "bad_alloc");

    NotEnoughMemory(Provider provider, OrtException cause) {
        this("The memory for " + provider.label() + " does not hold it: " + RuntimeWords.of(cause), cause, null);
    }

    private NotEnoughMemory(String message, Throwable cause, @Nullable Object subject) {
        super(message, cause, subject);
    }

    @Override
    public NotEnoughMemory over(Object what) {
        return new NotEnoughMemory(String.valueOf(getMessage()), this, what);
    }

    static boolean isMeantBy(OrtException e) {
        var said = String.valueOf(e.getMessage());
        return WORDS.stream().anyMatch(said::contains);
    }
}
