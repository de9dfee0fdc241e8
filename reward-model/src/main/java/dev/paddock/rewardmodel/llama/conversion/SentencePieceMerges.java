package dev.paddock.rewardmodel.llama.conversion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * SentencePiece keeps scores instead of merges: of all neighbours whose union is a piece it joins those with the best one first. The
 * same comes of a list of all such pairs, best score first.
 */
record SentencePieceMerges(VocabularyEntries entries, List<Double> scores) {

    private record Merge(String left, String right, double score, int leftId, int rightId) {}

    ArrayNode inOrder() {
        var ids = ids();
        var merges = new ArrayList<Merge>();
        ids.forEach((piece, id) -> addMerges(piece, scores.get(id), ids, merges));
        merges.sort(Comparator.comparingDouble(Merge::score)
                .reversed()
                .thenComparingInt(Merge::leftId)
                .thenComparingInt(Merge::rightId));
        var json = JsonNodeFactory.instance.arrayNode();
        merges.forEach(merge -> json.addArray().add(merge.left()).add(merge.right()));
        return json;
    }

    /** Only pieces of text: no merge may ever make a control token of what a person typed. */
    private Map<String, Integer> ids() {
        var ids = new HashMap<String, Integer>();
        for (var id = 0; id < entries.tokens().size(); id++) {
            if (entries.isNormal(id)) {
                ids.put(entries.tokens().get(id), id);
            }
        }
        return ids;
    }

    private static void addMerges(String piece, double score, Map<String, Integer> ids, List<Merge> merges) {
        for (var border = 1; border < piece.length(); border++) {
            var left = ids.get(piece.substring(0, border));
            var right = ids.get(piece.substring(border));
            if (left != null && right != null) {
                merges.add(new Merge(piece.substring(0, border), piece.substring(border), score, left, right));
            }
        }
    }
}
