package dev.paddock.models;

import dev.paddock.shared.WordColumn;
import jakarta.persistence.Converter;

@Converter(autoApply = true)
class EndpointKindWord extends WordColumn<EndpointKind> {

    EndpointKindWord() {
        super(EndpointKind.class);
    }
}
