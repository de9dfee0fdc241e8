package dev.paddock.store;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DataFolder.class)
class StoreConfiguration {

    /** Everything that uses a database follows the connection details, Flyway and the pool included. */
    @Configuration(proxyBeanMethods = false)
    @Conditional(NoDatabaseGiven.class)
    @EnableConfigurationProperties(PostgresSettings.class)
    static class Embedded {

        @Bean(initMethod = "start", destroyMethod = "close")
        Postgres postgres(DataFolder data, PostgresSettings settings) {
            var postgres = new Postgres(data, settings);
            // Also for an end in the middle of the start, when the bean is not there yet to be destroyed.
            SpringApplication.getShutdownHandlers().add(postgres::close);
            return postgres;
        }

        @Bean
        JdbcConnectionDetails connectionDetails(Postgres postgres) {
            return new ConnectionDetails(postgres);
        }
    }

    record ConnectionDetails(Postgres postgres) implements JdbcConnectionDetails {

        @Override
        public String getUsername() {
            return postgres.user();
        }

        @Override
        public String getPassword() {
            return postgres.password();
        }

        @Override
        public String getJdbcUrl() {
            return postgres.url();
        }
    }

    static class NoDatabaseGiven extends NoneNestedConditions {

        NoDatabaseGiven() {
            super(ConfigurationPhase.PARSE_CONFIGURATION);
        }

        @ConditionalOnProperty("spring.datasource.url")
        static class Url {}
    }
}
