package dev.paddock.rewardmodel.llama;

/**
 * What generates, for the provenance of a sample.
 *
 * @param contextLength tokens of prompt and answer together
 * @param weightsSha256 of the GGUF file, or of the graph and its weights; hexadecimal
 * @param kernel the processor's kind and the instructions that the kernels are chosen by: logits differ slightly between kinds
 */
public record Description(
        String name,
        String architecture,
        int contextLength,
        int vocabulary,
        String promptFormat,
        String weightsSha256,
        String engine,
        String kernel) {}
