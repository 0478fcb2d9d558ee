package io.pilotage;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * How much of ours a move to the next engine would touch. The ceilings may only be raised with a reason in the same
 * commit.
 */
class EngineTouchTests {

    /** Types of ours that name any type of the engine. */
    private static final int MOST_TYPES = 75;

    /** Types of ours that name an inner one ({@code ..impl..}), which may change without notice. */
    private static final int MOST_INNER = 45;

    private static final List<JavaClass> OURS = ProductClasses.ALL.stream()
            .filter(type -> !type.getSimpleName().equals("package-info"))
            .toList();

    @Test
    void fewTypesTouchTheEngine() {
        Set<String> touching = naming("org.operaton.");
        Set<String> inner = OURS.stream()
                .filter(type -> type.getDirectDependenciesFromSelf().stream()
                        .map(use -> use.getTargetClass().getName())
                        .anyMatch(name -> name.startsWith("org.operaton.") && name.contains(".impl.")))
                .map(EngineTouchTests::outermost)
                .collect(Collectors.toCollection(TreeSet::new));
        long all = OURS.stream().map(EngineTouchTests::outermost).distinct().count();
        System.out.printf(
                "%d of %d types touch the engine, %d of them an inner type of it%n",
                touching.size(), all, inner.size());
        assertThat(touching).hasSizeLessThanOrEqualTo(MOST_TYPES);
        assertThat(inner).hasSizeLessThanOrEqualTo(MOST_INNER);
    }

    private static Set<String> naming(String beginning) {
        return OURS.stream()
                .filter(type -> type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(use -> use.getTargetClass().getName().startsWith(beginning)))
                .map(EngineTouchTests::outermost)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String outermost(JavaClass type) {
        return type.getName().replaceFirst("\\$.*", "");
    }
}
