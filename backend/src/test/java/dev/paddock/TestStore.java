package dev.paddock;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Gives a Spring test the {@link TestDatabase}: {@code @ContextConfiguration(initializers = TestStore.class)}. Being an initializer
 * it is found by no component scan, so it never reaches a context that did not ask for it.
 */
public class TestStore implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "paddock.data=" + TestData.folder(),
                        // Test servers listen there.
                        "paddock.models.allowed-private-hosts=127.0.0.1",
                        "paddock.reward.enabled=false",
                        "spring.datasource.url=" + TestDatabase.url(),
                        "spring.datasource.username=" + TestDatabase.user(),
                        "spring.datasource.password=" + TestDatabase.password())
                .applyTo(context);
    }
}
