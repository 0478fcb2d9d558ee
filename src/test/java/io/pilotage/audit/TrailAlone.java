package io.pilotage.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilotage.testing.FreshDatabase;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.jdbc.AutoConfigureTestDatabase;
import org.springframework.boot.test.autoconfigure.jdbc.AutoConfigureTestDatabase.Replace;
import org.springframework.boot.test.autoconfigure.jdbc.JdbcTest;
import org.springframework.context.annotation.Import;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The trail in a real database, without the rest of the product. */
@JdbcTest(
        properties = {
            "spring.datasource.hikari.maximum-pool-size=2",
            "spring.flyway.enabled=false",
            "spring.sql.init.mode=always",
            "spring.sql.init.schema-locations=classpath:db/migration/V0200__audit_trail.sql,classpath:db/migration/V0201__audit_chain.sql",
        })
@AutoConfigureTestDatabase(replace = Replace.NONE)
@ContextConfiguration(initializers = FreshDatabase.class)
@Import({Trail.class, TrailEntries.class})
@Transactional(propagation = Propagation.NOT_SUPPORTED)
abstract class TrailAlone {

    static final PageRequest ALL = PageRequest.of(0, 100);

    @Autowired
    Trail trail;

    @Autowired
    JdbcClient jdbc;

    TransactionTemplate transaction;

    final String pilot = "P-" + UUID.randomUUID();

    @Autowired
    void with(PlatformTransactionManager transactions) {
        transaction = new TransactionTemplate(transactions);
    }

    static TrailEntry.Builder entry(String pilotKey, String actor, String kind) {
        return TrailEntry.of(pilotKey, Instant.parse("2026-03-06T12:00:01.987Z"), actor, kind);
    }

    final void append(TrailEntry entry) {
        transaction.executeWithoutResult(status -> trail.append(entry));
    }

    final RecordedEntry only(String caseKey) {
        assertThat(trail.of(caseKey, TrailFilter.ALL, ALL)).hasSize(1);
        return trail.of(caseKey, TrailFilter.ALL, ALL).getContent().get(0);
    }

    static Map<String, Object> details(RecordedEntry recorded) {
        return new HashMap<>(recorded.entry().details());
    }

    static List<String> kinds(Slice<RecordedEntry> entries) {
        return entries.map(recorded -> recorded.entry().kind()).getContent();
    }
}
