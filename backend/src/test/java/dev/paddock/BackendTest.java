package dev.paddock;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test with the whole backend and a real database. Add nothing to it that makes the context another one (no properties, no mocks):
 * all such tests share one, which takes seconds to start.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(
        classes = TestApplication.class,
        webEnvironment = WebEnvironment.NONE,
        properties = {
            "spring.config.import=classpath:backend.yml",
            "spring.main.banner-mode=off",
            "logging.level.root=warn",
            // As they are, tests of what is away would take minutes.
            "paddock.jobs.patience=2s",
            "paddock.jobs.pause=200ms",
            "paddock.jobs.sign=500ms",
            "paddock.reward.rest=100ms"
        })
@ContextConfiguration(initializers = TestStore.class)
public @interface BackendTest {}
