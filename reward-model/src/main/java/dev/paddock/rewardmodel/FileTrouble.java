package dev.paddock.rewardmodel;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;

/** Why a file cannot be read, for people to whom the folders of this machine say nothing and should not. */
public final class FileTrouble {

    private FileTrouble() {}

    public static String words(IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> "there is no such file";
            case AccessDeniedException _ -> "it may not be read here";
            case EOFException _ -> "it ends too early";
            case FileSystemException other -> Objects.requireNonNullElse(other.getReason(), "the file system fails");
            default -> String.valueOf(e.getMessage());
        };
    }
}
