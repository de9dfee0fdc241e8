package dev.paddock.rewardmodel.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option for where the commands keep what takes long to make. */
final class Cache {

    @Option(names = "--cache", description = "where bundles and vectors are kept; by default in the home folder")
    private Path folder = Path.of(System.getProperty("user.home"), ".cache", "paddock", "reward-models");

    Path folder() {
        return folder;
    }
}
