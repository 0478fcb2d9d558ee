package io.pilotage.workflow;

import jakarta.el.CompositeELResolver;
import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ELResolver;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.spring.SpringExpressionManager;
import org.springframework.context.ApplicationContext;

/**
 * The second line behind the gate: whatever expression reaches the engine, by whatever way, it reads entries of maps and
 * lists and calls three methods; classes, the engine and other beans are out of its reach.
 */
class GuardedExpressions extends SpringExpressionManager {

    GuardedExpressions(ApplicationContext application) {
        super(application, new ModelBeans(application));
    }

    @Override
    protected ELResolver createElResolver() {
        CompositeELResolver guarded = new CompositeELResolver();
        guarded.add(new Guard());
        guarded.add(super.createElResolver());
        return guarded;
    }

    /** Asked first; what it does not refuse goes on to the engine's own resolvers. */
    @SuppressWarnings("NullAway") // "Not mine" is null in this interface, which knows no null marks.
    static final class Guard extends ELResolver {

        @Override
        public @Nullable Object getValue(ELContext context, @Nullable Object base, Object property) {
            if (base != null && !isData(base) && !isCaseKey(base, property)) {
                throw refused(base, property);
            }
            return null;
        }

        @Override
        public @Nullable Object invoke(
                ELContext context,
                @Nullable Object base,
                Object method,
                Class<?> @Nullable [] types,
                Object @Nullable [] arguments) {
            if (base != null && !isCallable(base, String.valueOf(method))) {
                throw refused(base, method);
            }
            return null;
        }

        @Override
        public @Nullable Class<?> getType(ELContext context, @Nullable Object base, Object property) {
            return null;
        }

        @Override
        public void setValue(ELContext context, @Nullable Object base, Object property, Object value) {
            throw new ELException("An expression changes nothing: " + property);
        }

        @Override
        public boolean isReadOnly(ELContext context, @Nullable Object base, Object property) {
            return true;
        }

        @Override
        public Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
            return Object.class;
        }

        private static boolean isData(Object base) {
            return base instanceof Map || base instanceof List || base instanceof Object[];
        }

        private static boolean isCaseKey(Object base, Object property) {
            return base instanceof DelegateExecution && "processBusinessKey".equals(property);
        }

        /** The last is what the task list's filters need to say "within three days". */
        private static boolean isCallable(Object base, String method) {
            return ((base instanceof Collection || base instanceof String) && method.equals("contains"))
                    || (base instanceof Deadlines && (method.equals("due") || method.equals("next")))
                    || (base.getClass().getName().equals("org.joda.time.DateTime") && method.equals("plusDays"));
        }

        private static ELException refused(Object base, Object property) {
            return new ELException(
                    "An expression may not reach " + base.getClass().getSimpleName() + "." + property);
        }
    }
}
