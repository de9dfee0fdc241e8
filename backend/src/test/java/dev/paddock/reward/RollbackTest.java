package dev.paddock.reward;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.paddock.models.EndpointForm;
import dev.paddock.models.Endpoints;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.shared.InvalidInput;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Going back has to work when it is needed, whatever else is going on. */
class RollbackTest extends DefaultWorld {

    @Autowired
    Promotions promotions;

    @Autowired
    Endpoints endpoints;

    String first;
    String second;

    @BeforeEach
    void theSecondTookTheFirstOnesPlace() {
        first = running();
        second = register("other");
        promotions.promote(grace, second, "to go back from");
    }

    @Test
    void goesBackToTheFormerAlsoWhileThatScoresInTheShadow() throws Exception {
        promotions.shadow(grace, first);

        promotions.rollBack(grace, ModelKind.SAFETY);

        assertThat(running()).isEqualTo(first);
        assertThat(serving.scoring()).extracting(OpenModel::name).containsExactly(first);
        assertThat(state(second)).isEqualTo(ModelState.RETIRED);
    }

    @Test
    void theAuditTellsWhatItTookOutOfService() {
        promotions.rollBack(grace, ModelKind.SAFETY);

        assertThat(jdbc.sql(
                                "select subject, detail from audit_entry where action = 'reward-model-rolled-back' order by id desc")
                        .query()
                        .listOfRows()
                        .getFirst())
                .containsEntry("subject", first)
                .containsEntry("detail", "was retired; took " + second + " out of service");
    }

    @Test
    void doesNotWaitForABundleThatIsBeingRegistered() throws Exception {
        var asked = new CountDownLatch(1);
        var over = new CountDownLatch(1);
        var silent = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        silent.createContext("/", exchange -> {
            asked.countDown();
            try (exchange) {
                over.await();
                exchange.sendResponseHeaders(500, -1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        silent.start();
        var name = "silent-" + UUID.randomUUID();
        endpoints.add(
                cast.olive(),
                new EndpointForm(name, "http://127.0.0.1:" + silent.getAddress().getPort() + "/v1", "", 1));
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        var registering = CompletableFuture.supplyAsync(
                () -> intake.register(grace, Bundles.remote(ModelKind.SAFETY, name)), threads);
        try {
            assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();

            CompletableFuture.runAsync(() -> promotions.rollBack(grace, ModelKind.SAFETY), threads)
                    .get(10, TimeUnit.SECONDS);

            assertThat(running()).isEqualTo(first);
            assertThat(registering).isNotDone();
        } finally {
            over.countDown();
            assertThat(registering.handle((_, refused) -> refused.getCause()).join())
                    .isInstanceOf(InvalidInput.class);
            silent.stop(0);
            threads.close();
        }
    }
}
