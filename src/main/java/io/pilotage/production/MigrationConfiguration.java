package io.pilotage.production;

import org.springframework.boot.autoconfigure.flyway.FlywayConfigurationCustomizer;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets a user of its own change the tables, where there is one. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MigrationProperties.class)
class MigrationConfiguration {

    @Bean
    FlywayConfigurationCustomizer migrationUser(MigrationProperties properties, JdbcConnectionDetails database) {
        return flyway -> {
            if (properties.hasUser()) {
                flyway.dataSource(database.getJdbcUrl(), properties.user(), properties.password());
            }
        };
    }
}
