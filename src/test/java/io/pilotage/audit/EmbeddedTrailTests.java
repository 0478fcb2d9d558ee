package io.pilotage.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.jdbc.AutoConfigureTestDatabase;
import org.springframework.boot.test.autoconfigure.jdbc.AutoConfigureTestDatabase.Replace;
import org.springframework.boot.test.autoconfigure.jdbc.JdbcTest;
import org.springframework.context.annotation.Import;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The trail on the database that the product brings along for trying it. */
@JdbcTest(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:trail;MODE=MySQL",
            "spring.flyway.enabled=false",
            "spring.sql.init.schema-locations=classpath:db/migration/V0200__audit_trail.sql,classpath:db/migration/V0201__audit_chain.sql",
        })
@AutoConfigureTestDatabase(replace = Replace.NONE)
@Import({Trail.class, TrailEntries.class, NamesInTables.class})
class EmbeddedTrailTests {

    @Test
    void entriesAreNumberedAndRead(@Autowired Trail trail) {
        TrailEntry claimed =
                TrailEntry.of("P-1", Instant.EPOCH, "anna", "claimed").build();
        TrailEntry completed =
                TrailEntry.of("P-1", Instant.EPOCH, "anna", "completed").build();
        trail.append(claimed);
        trail.append(completed);
        assertThat(trail.of("P-1", TrailFilter.ALL, PageRequest.of(0, 10)))
                .extracting(RecordedEntry::number, RecordedEntry::entry)
                .containsExactly(tuple(2L, completed), tuple(1L, claimed));
    }

    @Test
    void namesGoFromTextsOfOtherTables(@Autowired NamesInTables names, @Autowired JdbcClient jdbc) {
        jdbc.sql("create table note_of_others (words varchar(400), story longtext, code varchar(64))")
                .update();
        jdbc.sql("insert into note_of_others values ('Ask Anna A.', 'anna said so', 'anna')")
                .update();
        Spellings spellings = Spellings.of("anna", List.of("Anna A."));
        assertThat(names.tables()).containsExactly("note_of_others");
        assertThat(names.leaveOut(spellings)).isEqualTo(2);
        assertThat(names.count(spellings)).isZero();
        assertThat(jdbc.sql("select concat_ws('|', words, story, code) from note_of_others")
                        .query(String.class)
                        .single())
                .isEqualTo("Ask […]|[…] said so|anna");
    }
}
