package dev.paddock.annotations;

import dev.paddock.campaigns.Campaign;
import dev.paddock.prompts.ReadingSink;
import dev.paddock.prompts.Unusable;
import dev.paddock.shared.InvalidInput;
import dev.paddock.shared.Words;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Finds in a record what somebody said of a pair, and whether this campaign can take it. */
final class JudgementReader implements ReadingSink.Reader<ImportedJudgement> {

    private final Campaign campaign;
    private final @Nullable Degree degreeOfAll;

    /** @param degreeOfAll of the records that name none; null where each has to */
    JudgementReader(Campaign campaign, @Nullable Degree degreeOfAll) {
        this.campaign = campaign;
        this.degreeOfAll = degreeOfAll;
    }

    @Override
    public ImportedJudgement read(long line, JsonNode record) throws Unusable {
        require(record.isObject(), "is no object");
        refuseOtherQuestions(record);
        var judged = JudgedRecord.read(record);
        var ratings = ImportedRatings.read(record.path("ratings"));
        var judgement = new ImportedJudgement(
                line,
                judged.pair(),
                judged.choseFirst(),
                degree(record),
                word(SafetyBin.class, record, "safety"),
                ratings.chosen(),
                ratings.rejected(),
                impartial(record.path("impartial")));
        requireSound(judgement);
        return judgement;
    }

    /** As far as a row tells: exports of Paddock do. */
    private void refuseOtherQuestions(JsonNode record) throws Unusable {
        var track = record.path("track").asString("");
        require(
                track.isEmpty() || track.equals(campaign.track().word()),
                "was judged for another track than this campaign's, "
                        + campaign.track().word());
        require(
                !record.path("campaignId").asString("").equals(campaign.id().toString()),
                "was exported from this very campaign: it is here already");
    }

    private Degree degree(JsonNode record) throws Unusable {
        var own = word(Degree.class, record, "degree");
        if (own != null) {
            return own;
        }
        if (degreeOfAll == null) {
            throw new Unusable(
                    "says no degree. Add one to the line, or choose one for all lines without (over the API: ?degree=better)");
        }
        return degreeOfAll;
    }

    private static <E extends Enum<E>> @Nullable E word(Class<E> type, JsonNode record, String field) throws Unusable {
        var value = record.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        try {
            return Words.require(type, field, value.asString(""));
        } catch (InvalidInput refused) {
            throw new Unusable(
                    "has a " + field + " that " + refused.faults().getFirst().reason());
        }
    }

    private static boolean impartial(JsonNode value) throws Unusable {
        require(value.isMissingNode() || value.isBoolean(), "has an 'impartial' that is neither true nor false");
        return value.isMissingNode() || value.booleanValue();
    }

    private void requireSound(ImportedJudgement judgement) throws Unusable {
        var faults = Soundness.faultsOfImported(campaign, judgement.chosenOn(Side.LEFT));
        require(
                faults.isEmpty(),
                "does not fit this campaign: "
                        + faults.stream()
                                .map(fault -> fault.field() + " " + fault.reason())
                                .collect(Collectors.joining("; ")));
    }

    private static void require(boolean right, String reason) throws Unusable {
        if (!right) {
            throw new Unusable(reason);
        }
    }
}
