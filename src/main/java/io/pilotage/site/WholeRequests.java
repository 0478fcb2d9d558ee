package io.pilotage.site;

import io.pilotage.workflow.FieldsRefused;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.catalina.Globals;
import org.apache.tomcat.util.http.Parameters.FailReason;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Turns away what would be taken for missing: a parameter that the server could not read and left out, and in a call one
 * that nobody reads, because its name is misspelt.
 */
@Configuration(proxyBeanMethods = false)
class WholeRequests implements WebMvcConfigurer, HandlerInterceptor {

    /** Read by filters: the token of a form, and the language. */
    private static final Set<String> READ_BEFORE = Set.of("_csrf", "lang");

    private static final Set<FailReason> LEFT_OUT = Set.of(FailReason.URL_DECODING, FailReason.TOO_MANY_PARAMETERS);

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            // What is wrong is being said already.
            return true;
        }
        Set<String> sent = request.getParameterMap().keySet();
        if (request.getAttribute(Globals.PARAMETER_PARSE_FAILED_REASON_ATTR) instanceof FailReason reason
                && LEFT_OUT.contains(reason)) {
            throw new FieldsRefused("site.input.unreadable", List.of());
        }
        if (handler instanceof HandlerMethod method && CallProblems.isCall(request)) {
            Set<String> read = read(method);
            if (read != null) {
                mustBeRead(sent, read);
            }
        }
        return true;
    }

    private static void mustBeRead(Set<String> sent, Set<String> read) {
        List<FieldsRefused.Field> unread = new ArrayList<>();
        for (String name : new TreeSet<>(sent)) {
            if (!read.contains(name) && !READ_BEFORE.contains(name)) {
                unread.add(Misread.unknown(name, read));
            }
        }
        if (!unread.isEmpty()) {
            throw Misread.all(unread);
        }
    }

    /** The parameters that a call reads; null when it reads whatever comes. */
    private static @Nullable Set<String> read(HandlerMethod method) {
        Set<String> names = new TreeSet<>();
        for (MethodParameter parameter : method.getMethodParameters()) {
            RequestParam named = parameter.getParameterAnnotation(RequestParam.class);
            if (named == null) {
                continue;
            }
            if (Map.class.isAssignableFrom(parameter.getParameterType())) {
                return null;
            }
            parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
            names.add(named.name().isEmpty() ? String.valueOf(parameter.getParameterName()) : named.name());
        }
        return names;
    }
}
