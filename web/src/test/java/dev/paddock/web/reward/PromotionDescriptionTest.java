package dev.paddock.web.reward;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.web.WebTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebTest
class PromotionDescriptionTest {

    @Autowired
    MockMvcTester mvc;

    @Test
    void saysThatConversationsAreCounted() {
        assertThat(mvc.get().uri("/api/openapi"))
                .bodyJson()
                .extractingPath("$.paths['/api/reward-models/{name}/promotion'].post.description")
                .asString()
                .contains("fewer than 100 conversations");
    }
}
