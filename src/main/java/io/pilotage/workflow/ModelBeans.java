package io.pilotage.workflow;

import java.util.AbstractMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.BeanFactory;

/** The beans that expressions reach: steps made for models, and the deadlines. No other bean is there for a model. */
class ModelBeans extends AbstractMap<Object, Object> {

    private static final String DEADLINES = "deadlines";

    private final BeanFactory beans;

    ModelBeans(BeanFactory beans) {
        this.beans = beans;
    }

    /** Whether the bean is a step of a process. */
    static boolean isStep(BeanFactory beans, String name) {
        return beans.containsBean(name) && beans.isTypeMatch(name, JavaDelegate.class);
    }

    /** Whether an expression reaches the bean at all. */
    static boolean isForModels(BeanFactory beans, String name) {
        return isStep(beans, name) || (name.equals(DEADLINES) && beans.containsBean(name));
    }

    @Override
    public boolean containsKey(Object name) {
        return name instanceof String bean && isForModels(beans, bean);
    }

    @Override
    public @Nullable Object get(Object name) {
        return containsKey(name) ? beans.getBean(String.valueOf(name)) : null;
    }

    /** The engine asks by name only. */
    @Override
    public Set<Entry<Object, Object>> entrySet() {
        return Set.of();
    }
}
