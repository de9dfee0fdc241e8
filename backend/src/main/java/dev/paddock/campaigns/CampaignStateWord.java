package dev.paddock.campaigns;

import dev.paddock.shared.WordColumn;
import jakarta.persistence.Converter;

@Converter(autoApply = true)
class CampaignStateWord extends WordColumn<CampaignState> {

    CampaignStateWord() {
        super(CampaignState.class);
    }
}
