package dev.paddock.people;

import dev.paddock.shared.WordColumn;
import jakarta.persistence.Converter;

@Converter(autoApply = true)
class RoleWord extends WordColumn<Role> {

    RoleWord() {
        super(Role.class);
    }
}
