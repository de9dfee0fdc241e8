package dev.paddock.campaigns;

import dev.paddock.shared.WordColumn;
import jakarta.persistence.Converter;

@Converter(autoApply = true)
class TrackWord extends WordColumn<Track> {

    TrackWord() {
        super(Track.class);
    }
}
