package io.pilotage.identity;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.jdbc.MySqlJdbcIndexedSessionRepositoryCustomizer;

/** Keeps sessions in the database; two requests of one person that write the same attribute do not clash. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

    @Bean
    MySqlJdbcIndexedSessionRepositoryCustomizer attributesWrittenTwice() {
        return new MySqlJdbcIndexedSessionRepositoryCustomizer();
    }
}
