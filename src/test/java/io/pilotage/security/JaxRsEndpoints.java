package io.pilotage.security;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds every address of a JAX-RS application by its classes, also those behind sub-resources. */
final class JaxRsEndpoints {

    private final Set<Endpoint> found = new TreeSet<>();

    private JaxRsEndpoints() {}

    /** All addresses below a prefix, each with its method. */
    static Set<Endpoint> of(String prefix, Collection<Class<?>> resources) {
        JaxRsEndpoints endpoints = new JaxRsEndpoints();
        resources.forEach(resource -> annotation(resource, Path.class)
                .ifPresent(path -> endpoints.below(join(prefix, path.value()), resource, new ArrayDeque<>())));
        return endpoints.found;
    }

    private void below(String path, Class<?> type, Deque<Class<?>> outer) {
        if (outer.contains(type)) {
            return;
        }
        outer.push(type);
        for (Method method : type.getMethods()) {
            Optional<Path> own = annotation(method, Path.class);
            String here = join(path, own.map(Path::value).orElse(""));
            Optional<String> verb = verb(method);
            if (verb.isPresent()) {
                found.add(new Endpoint(verb.get(), here));
            } else if (own.isPresent()) {
                below(here, method.getReturnType(), outer);
            }
        }
        outer.pop();
    }

    private static Optional<String> verb(Method method) {
        return withOverridden(method)
                .flatMap(each -> Arrays.stream(each.getAnnotations()))
                .map(each -> each.annotationType().getAnnotation(HttpMethod.class))
                .filter(Objects::nonNull)
                .map(HttpMethod::value)
                .findFirst();
    }

    private static <A extends Annotation> Optional<A> annotation(Method method, Class<A> kind) {
        return withOverridden(method)
                .map(each -> each.getAnnotation(kind))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static <A extends Annotation> Optional<A> annotation(Class<?> type, Class<A> kind) {
        return types(type).stream()
                .map(each -> each.getAnnotation(kind))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** The annotations may stand on a method of an interface or a superclass. */
    private static Stream<Method> withOverridden(Method method) {
        return types(method.getDeclaringClass()).stream()
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .filter(each -> each.getName().equals(method.getName())
                        && Arrays.equals(each.getParameterTypes(), method.getParameterTypes()));
    }

    private static Set<Class<?>> types(Class<?> type) {
        Set<Class<?>> types = new LinkedHashSet<>();
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            types.add(each);
            for (Class<?> face : each.getInterfaces()) {
                types.addAll(types(face));
            }
        }
        return types;
    }

    private static String join(String path, String more) {
        String plain = more.replaceAll("\\{\\s*(\\w+)\\s*:[^}]*}", "{$1}");
        return (path + "/" + plain).replaceAll("/+", "/").replaceAll("(?<=.)/$", "");
    }

    /** One address with its method. */
    record Endpoint(String method, String path) implements Comparable<Endpoint> {

        @Override
        public int compareTo(Endpoint other) {
            int byPath = path.compareTo(other.path);
            return byPath != 0 ? byPath : method.compareTo(other.method);
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }
}
