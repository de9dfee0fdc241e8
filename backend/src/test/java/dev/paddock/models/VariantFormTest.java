package dev.paddock.models;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.shared.InvalidInput;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class VariantFormTest {

    @Test
    void aStopTextThatIsNoneIsTold() {
        @SuppressWarnings("NullAway") // as JSON may have it
        List<String> nothing = Collections.singletonList(null);

        assertThatThrownBy(() ->
                        new VariantForm("warm", UUID.randomUUID(), "m", "", 0.5, 0.8, 1, 100, 1_000, nothing, "", ""))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("stop holds a null");
    }
}
