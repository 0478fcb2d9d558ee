package io.pilotage.workflow;

import java.util.List;
import org.operaton.bpm.engine.filter.Filter;
import org.operaton.bpm.engine.impl.AbstractQuery;
import org.operaton.bpm.engine.impl.FilterServiceImpl;
import org.operaton.bpm.engine.impl.TaskQueryImpl;
import org.operaton.bpm.engine.query.Query;

/**
 * The engine's filter service without a way to bring code: an expression in a filter, or in a question that narrows
 * one, is executed, so only the product's own filters, written at start, may hold one.
 */
class DoorFilterService extends FilterServiceImpl {

    private final Admission admission;

    DoorFilterService(Admission admission) {
        this.admission = admission;
    }

    @Override
    public Filter saveFilter(Filter filter) {
        noCode(filter.getQuery());
        return super.saveFilter(filter);
    }

    @Override
    public <T, Q extends Query<?, T>> List<T> list(String filterId, Q narrowing) {
        noCode(narrowing);
        return super.list(filterId, narrowing);
    }

    @Override
    public <T, Q extends Query<?, T>> List<T> listPage(String filterId, Q narrowing, int first, int most) {
        noCode(narrowing);
        return super.listPage(filterId, narrowing, first, most);
    }

    @Override
    public <T, Q extends Query<?, T>> T singleResult(String filterId, Q narrowing) {
        noCode(narrowing);
        return super.singleResult(filterId, narrowing);
    }

    @Override
    public Long count(String filterId, Query<?, ?> narrowing) {
        noCode(narrowing);
        return super.count(filterId, narrowing);
    }

    private void noCode(Query<?, ?> query) {
        if (holdsCode(query)) {
            admission.onlyTheProduct(commandExecutor, "workflow.filter.expression");
        }
    }

    /** A task query holds its alternatives as queries of their own, itself first. */
    private static boolean holdsCode(Query<?, ?> query) {
        return query instanceof TaskQueryImpl tasks
                ? tasks.getQueries().stream()
                        .anyMatch(part -> !part.getExpressions().isEmpty())
                : query instanceof AbstractQuery<?, ?> other
                        && !other.getExpressions().isEmpty();
    }
}
