package dev.paddock.web.reward;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.Zips;
import dev.paddock.people.Cast;
import dev.paddock.web.Api;
import dev.paddock.web.WebTest;
import dev.paddock.web.security.SignIn;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Why a bundle is refused is told to whoever sent it, over the API and on the page. */
@WebTest
class RefusedBundleOverHttpTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    BeanFactory beans;

    Cast cast;

    @BeforeEach
    void cast() {
        cast = new Cast(beans);
    }

    private static byte[] cutOff() throws IOException {
        var noise = new byte[10_000];
        new Random(1).nextBytes(noise);
        return Zips.cutOff(Zips.of("model.onnx", noise));
    }

    @Test
    void overTheApi() throws Exception {
        var refused = new Api(mvc)
                .send(HttpMethod.POST, "/api/reward-models", "application/zip", cutOff(), cast.token(cast.grace()));

        assertThat(refused).hasStatus(422).bodyText().contains("\"bundle\"", "the archive is cut off or damaged");
    }

    @Test
    void onThePage() throws Exception {
        var refused = mvc.post()
                .uri("/reward-models")
                .multipart()
                .file(new MockMultipartFile("bundle", "bundle.zip", "application/zip", cutOff()))
                .with(SignIn.as(cast.grace()))
                .exchange();

        assertThat(refused).hasStatus(422).bodyText().contains("This is refused: the archive is cut off or damaged");
    }
}
