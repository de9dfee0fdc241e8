package dev.paddock.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.BackendTest;
import dev.paddock.people.Audit;
import dev.paddock.people.AuditEntry;
import dev.paddock.people.Caller;
import dev.paddock.people.Cast;
import dev.paddock.people.Role;
import dev.paddock.shared.Conflict;
import dev.paddock.shared.NotAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@BackendTest
class ModelsTest {

    private static final int AT_ONCE = 8;

    @Autowired
    BeanFactory beans;

    @Autowired
    Models models;

    @Autowired
    Endpoints endpoints;

    @Autowired
    StarterModels starters;

    @Autowired
    Audit audit;

    @Autowired
    JdbcClient database;

    Caller olive;
    Caller grace;
    UUID endpoint;

    @BeforeEach
    void people() {
        olive = new Cast(beans).olive();
        grace = new Cast(beans).grace();
        endpoint = endpoints
                .add(olive, new EndpointForm("e-" + UUID.randomUUID(), "http://8.8.8.8/v1", null, 4))
                .id();
    }

    @Test
    void aVariantIsChangedByWhoMadeItAndByTheOwnerOnly() {
        var other = new Cast(beans).stranger(Role.LEAD);
        var variant = models.add(grace, form("m1"));

        assertThatThrownBy(() -> models.edit(other, variant.id(), 1, form("m2")))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> models.enable(other, variant.id(), false)).isInstanceOf(NotAllowed.class);
        assertThat(models.mayChange(other, variant)).isFalse();
        assertThat(models.mayChange(grace, variant)).isTrue();
        assertThat(models.edit(grace, variant.id(), 1, form("m2")).revision()).isEqualTo(2);
        assertThat(models.enable(olive, variant.id(), false).revision()).isEqualTo(3);
    }

    @Test
    void whatAVariantWasAtEachRevisionStaysOnRecord() {
        var variant = models.add(grace, form("m1"));
        models.edit(olive, variant.id(), 1, form("m2"));
        models.enable(grace, variant.id(), false);
        models.enable(grace, variant.id(), false);

        assertThat(database.sql("select revision || ' ' || model || ' ' || enabled || ' ' || (edited_by = ?)"
                                + " from model_variant_revision where variant_id = ? order by revision")
                        .params(grace.person(), variant.id())
                        .query(String.class)
                        .list())
                .containsExactly("1 m1 true true", "2 m2 true false", "3 m2 false true");
        assertThatThrownBy(() -> database.sql("update model_variant_revision set model = 'x' where variant_id = ?")
                        .param(variant.id())
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("stay on record");
    }

    @Test
    void everyChangeIsInTheAuditLog() {
        var variant = models.add(grace, form("m1"));
        models.edit(grace, variant.id(), 1, form("m2"));
        models.enable(olive, variant.id(), false);
        models.enable(olive, variant.id(), true);

        assertThat(audit.list(olive, null, 4).rows())
                .extracting(AuditEntry::action)
                .containsExactly("variant-switched-on", "variant-switched-off", "variant-changed", "variant-added");
    }

    @Test
    void ofManyWhoChangeTheSameRevisionOneDoes() throws Exception {
        var variant = models.add(grace, form("m"));

        var outcomes = atOnce(number -> {
            try {
                models.edit(grace, variant.id(), 1, form("m" + number));
                return "changed";
            } catch (Conflict late) {
                return "refused";
            }
        });

        assertThat(outcomes).containsOnlyOnce("changed");
        assertThat(models.variant(variant.id()).revision()).isEqualTo(2);
    }

    @Test
    void replicasThatStartTogetherMakeTheStarterModelsOnce() throws Exception {
        var former = "-" + UUID.randomUUID();
        rename("", former);

        assertThat(atOnce(number -> {
                    starters.ensure();
                    return "ensured";
                }))
                .hasSize(AT_ONCE)
                .containsOnly("ensured");

        rename("", former + "-too");
        rename(former, "");
    }

    private void rename(String from, String to) {
        for (var name : List.of("embedded", StarterModels.WARM, StarterModels.COOL)) {
            for (var table : List.of("model_endpoint", "model_variant")) {
                database.sql("update " + table + " set name = ? where name = ?")
                        .params(name + to, name + from)
                        .update();
            }
        }
    }

    private interface Numbered {
        String run(int number);
    }

    private static List<String> atOnce(Numbered work) throws Exception {
        var start = new CyclicBarrier(AT_ONCE);
        var calls = IntStream.range(0, AT_ONCE)
                .mapToObj(number -> (Callable<String>) () -> {
                    start.await();
                    return work.run(number);
                })
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var outcomes = new ArrayList<String>();
            for (var outcome : threads.invokeAll(calls)) {
                outcomes.add(outcome.get());
            }
            return outcomes;
        }
    }

    private VariantForm form(String model) {
        return VariantForm.plain("v-" + UUID.randomUUID(), endpoint, model, 0.1, 0.9);
    }
}
