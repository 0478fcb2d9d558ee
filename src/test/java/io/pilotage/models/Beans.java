package io.pilotage.models;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.pilotage.workflow.HumanTask;
import io.pilotage.workflow.ServiceStep;
import io.pilotage.workflow.StartForm;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.annotation.AnnotationBeanNameGenerator;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.ResolvableType;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** The beans of the product that the models name, found without starting anything. */
final class Beans {

    private Beans() {}

    static Set<String> serviceSteps() {
        Set<String> names = new TreeSet<>(scan(ServiceStep.class).keySet());
        names.add("escalate");
        return names;
    }

    static Map<String, Class<?>> humanTasks() {
        return scan(HumanTask.class);
    }

    static Map<String, Class<?>> startForms() {
        return scan(StartForm.class);
    }

    /** Names of the answers a bean takes, or empty when it names no record. */
    static Set<String> answersOf(Class<?> bean, Class<?> kind) {
        Class<?> answers = ResolvableType.forClass(bean).as(kind).getGeneric(0).resolve();
        return answers == null || !answers.isRecord()
                ? Set.of()
                : names(answers).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Names in a record; those of a record that several forms share stand beside its own. */
    private static Stream<String> names(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .flatMap(component -> component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)
                        ? names(component.getType())
                        : Stream.of(component.getName()));
    }

    private static Map<String, Class<?>> scan(Class<?> type) {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(type));
        Map<String, Class<?>> found = new TreeMap<>();
        for (BeanDefinition definition : scanner.findCandidateComponents("io.pilotage")) {
            String name =
                    AnnotationBeanNameGenerator.INSTANCE.generateBeanName(definition, new DefaultListableBeanFactory());
            try {
                found.put(name, Class.forName(definition.getBeanClassName()));
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
        }
        return found;
    }
}
