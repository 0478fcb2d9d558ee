package io.pilotage.governance;

import java.util.Optional;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.stereotype.Repository;

/** What the branches agreed to, by kind and case. */
@Repository
class Assessments {

    private final JdbcAggregateTemplate store;

    Assessments(JdbcAggregateTemplate store) {
        this.store = store;
    }

    /** Keeps it in place of an earlier one; the earlier one stays on the trail. */
    void keep(Assessment assessment) {
        forget(assessment.pilotKey(), assessment.getClass());
        store.insert(assessment);
    }

    void forget(String pilotKey, Class<? extends Assessment> kind) {
        store.deleteById(pilotKey, kind);
    }

    <T extends Assessment> Optional<T> of(String pilotKey, Class<T> kind) {
        return Optional.ofNullable(store.findById(pilotKey, kind));
    }
}
