package dev.paddock.people;

import dev.paddock.shared.InvalidInput;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Makes the owner of the settings before the application says that it is ready. */
@Component
class OwnerAtStart implements ApplicationRunner {

    private final FirstOwner firstOwner;
    private final OwnerSettings settings;

    OwnerAtStart(FirstOwner firstOwner, OwnerSettings settings) {
        this.firstOwner = firstOwner;
        this.settings = settings;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        try {
            firstOwner.createFromSettings(settings);
        } catch (InvalidInput weak) {
            var fault = weak.faults().getFirst();
            throw new OwnerSettingsRefused(
                    "PADDOCK_OWNER_" + fault.field().toUpperCase(java.util.Locale.ROOT) + " " + fault.reason() + ".");
        }
    }
}
