package dev.paddock.web.reward;

import java.util.List;

/**
 * What others were measured at, on sets of pairs that are not the ones here: rows of table 7 of the Llama 2 paper, in percent.
 *
 * @param helpful on Anthropic Helpful
 * @param harmless on Anthropic Harmless
 */
public record Published(String model, double metaHelpful, double metaSafety, double helpful, double harmless) {

    static final List<Published> ROWS = List.of(
            new Published("Llama 2 Helpfulness RM, 70B", 63.2, 62.8, 72.0, 71.0),
            new Published("Llama 2 Safety RM, 70B", 56.2, 64.5, 55.4, 74.7),
            new Published("Open Assistant, DeBERTa-v3-large, 435M", 53.8, 53.4, 67.7, 68.4),
            new Published("SteamSHP-XL, 3B", 52.8, 43.8, 66.8, 34.2));
}
