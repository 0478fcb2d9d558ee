package io.pilotage.workflow;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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

    /** The only expressions a stored filter may hold. */
    private static final Set<String> OWN =
            Set.of("${currentUser()}", "${currentUserGroups()}", "${now()}", "${dateTime().plusDays(3)}");

    private final Admission admission;

    DoorFilterService(Admission admission) {
        this.admission = admission;
    }

    @Override
    public Filter saveFilter(Filter filter) {
        noCode(filter.getQuery());
        onlyOwn(filter);
        return super.saveFilter(filter);
    }

    @Override
    public <T, Q extends Query<?, T>> List<T> list(String filterId, Q narrowing) {
        noCode(narrowing);
        onlyOwn(getFilter(filterId));
        return super.list(filterId, narrowing);
    }

    @Override
    public <T, Q extends Query<?, T>> List<T> listPage(String filterId, Q narrowing, int first, int most) {
        noCode(narrowing);
        onlyOwn(getFilter(filterId));
        return super.listPage(filterId, narrowing, first, most);
    }

    @Override
    public <T, Q extends Query<?, T>> T singleResult(String filterId, Q narrowing) {
        noCode(narrowing);
        onlyOwn(getFilter(filterId));
        return super.singleResult(filterId, narrowing);
    }

    @Override
    public Long count(String filterId, Query<?, ?> narrowing) {
        noCode(narrowing);
        onlyOwn(getFilter(filterId));
        return super.count(filterId, narrowing);
    }

    private void noCode(Query<?, ?> query) {
        if (holdsCode(query)) {
            admission.onlyTheProduct(commandExecutor, "workflow.filter.expression");
        }
    }

    @Override
    public <T> List<T> list(String filterId) {
        onlyOwn(getFilter(filterId));
        return super.list(filterId);
    }

    @Override
    public <T> List<T> listPage(String filterId, int first, int most) {
        onlyOwn(getFilter(filterId));
        return super.listPage(filterId, first, most);
    }

    @Override
    public <T> T singleResult(String filterId) {
        onlyOwn(getFilter(filterId));
        return super.singleResult(filterId);
    }

    @Override
    public Long count(String filterId) {
        onlyOwn(getFilter(filterId));
        return super.count(filterId);
    }

    /** Whatever way a filter came into the database. */
    private void onlyOwn(@Nullable Filter filter) {
        if (filter != null && !OWN.containsAll(expressionsOf(filter.getQuery()))) {
            throw admission.denied(new Refused("workflow.filter.expression"));
        }
    }

    private static boolean holdsCode(Query<?, ?> query) {
        return !expressionsOf(query).isEmpty();
    }

    /** A task query holds its alternatives as queries of their own, itself first. */
    private static Set<String> expressionsOf(Query<?, ?> query) {
        Set<String> expressions = new HashSet<>();
        if (query instanceof TaskQueryImpl tasks) {
            tasks.getQueries()
                    .forEach(part -> expressions.addAll(part.getExpressions().values()));
        }
        if (query instanceof AbstractQuery<?, ?> other) {
            expressions.addAll(other.getExpressions().values());
        }
        return expressions;
    }
}
