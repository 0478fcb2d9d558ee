package io.pilotage.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database in which the sample portfolio was being played when the product was killed. */
class InterruptedSampleTests {

    private DataSource database;
    private JdbcClient jdbc;

    @BeforeEach
    void databaseOfTheEmbeddedDefault() {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setUrl(
                "jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=MySQL;CASE_INSENSITIVE_IDENTIFIERS=TRUE;DB_CLOSE_DELAY=-1");
        database = h2;
        jdbc = JdbcClient.create(h2);
        migrate();
        jdbc.sql("create table ACT_GE_PROPERTY (NAME_ varchar(64) primary key, VALUE_ varchar(300))")
                .update();
        jdbc.sql("insert into pilot_number (taken_at) values (current_timestamp)")
                .update();
    }

    @Test
    void whatWasInterruptedIsGone() {
        note(InterruptedSample.PLAYING);
        migrate();
        assertThat(pilotNumbers()).isEmpty();
    }

    @Test
    void whatWasPlayedStays() {
        note(InterruptedSample.PLAYED);
        migrate();
        assertThat(pilotNumbers()).hasSize(1);
    }

    @Test
    void whatKnowsOfNoSampleStays() {
        migrate();
        assertThat(pilotNumbers()).hasSize(1);
    }

    private void migrate() {
        FluentConfiguration flyway = Flyway.configure().dataSource(database).locations("classpath:db/migration");
        new InterruptedSample().customize(flyway);
        flyway.load().migrate();
    }

    private void note(String text) {
        jdbc.sql("insert into ACT_GE_PROPERTY (NAME_, VALUE_) values (?, ?)")
                .params(InterruptedSample.MARK, text)
                .update();
    }

    private List<Long> pilotNumbers() {
        return jdbc.sql("select id from pilot_number").query(Long.class).list();
    }
}
