package dev.paddock.web;

import dev.paddock.Application;
import dev.paddock.TestStore;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.ContextConfiguration;

/** A test of pages or API: the whole application with a real database, asked through {@code MockMvcTester}. All such tests share one context. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(classes = Application.class, properties = "logging.level.root=warn")
@AutoConfigureMockMvc
@ContextConfiguration(initializers = TestStore.class)
public @interface WebTest {}
