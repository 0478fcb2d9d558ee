package io.pilotage.security;

import io.pilotage.security.JaxRsEndpoints.Endpoint;
import io.pilotage.testing.Sabotage;
import jakarta.ws.rs.core.Application;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.operaton.bpm.admin.impl.web.AdminApplication;
import org.operaton.bpm.cockpit.impl.web.CockpitApplication;
import org.operaton.bpm.engine.rest.impl.OperatonRestResources;
import org.operaton.bpm.tasklist.impl.web.TasklistApplication;
import org.operaton.bpm.webapp.impl.engine.EngineRestApplication;
import org.operaton.bpm.welcome.impl.web.WelcomeApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Every address of the running application, found by its code; files and closed places are named, as they have none. */
final class Addresses {

    private static final Set<String> ALL_METHODS = Set.of("GET", "POST", "PUT", "DELETE");

    private static final List<String> NAMED = List.of(
            "/css/pilotage.css",
            "/js/pilotage.js",
            "/img/logo.svg",
            "/vendor/bpmn-js/bpmn-js.css",
            "/webjars/htmx.org/2.0.10/dist/htmx.min.js",
            "/favicon.ico",
            "/operaton/app/tasklist/default/",
            "/operaton/app/welcome/default/",
            "/operaton/app/cockpit/default/",
            "/operaton/app/admin/default/",
            "/operaton/app/admin/default/setup/",
            "/operaton/app/tasklist/scripts/config.js",
            "/h2-console",
            "/actuator/env",
            "/actuator/heapdump",
            "/v3/api-docs",
            "/nowhere");

    private Addresses() {}

    /** All of them, the engine's once. */
    static Set<Endpoint> all(ApplicationContext context) {
        Set<Endpoint> all = ofControllers(context);
        all.addAll(ofWebApplications());
        all.addAll(ofEngine());
        return all;
    }

    /** Pages and calls of ours, and whatever else Spring serves by a mapping. */
    static Set<Endpoint> ofControllers(ApplicationContext context) {
        Set<Endpoint> found = new TreeSet<>();
        context.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .filter(entry -> !entry.getValue().getBeanType().equals(Sabotage.class))
                .forEach(entry -> entry.getKey().getPatternValues().forEach(pattern -> {
                    Collection<String> methods = entry.getKey().getMethodsCondition().getMethods().stream()
                            .map(RequestMethod::name)
                            .toList();
                    (methods.isEmpty() ? ALL_METHODS : methods)
                            .forEach(method -> found.add(new Endpoint(method, pattern)));
                }));
        NAMED.forEach(path -> found.add(new Endpoint("GET", path)));
        return found;
    }

    /** The engine's REST interface at its root. */
    static Set<Endpoint> ofEngine() {
        return only(
                JaxRsEndpoints.of("/engine-rest", new ArrayList<>(OperatonRestResources.getResourceClasses())), false);
    }

    /** The same a second time below the engine's name, and a third time for the engine's web applications. */
    static Set<Endpoint> copiesOfEngine() {
        Set<Endpoint> copies = only(
                JaxRsEndpoints.of("/engine-rest", new ArrayList<>(OperatonRestResources.getResourceClasses())), true);
        copies.addAll(only(JaxRsEndpoints.of("/operaton/api/engine", new EngineRestApplication().getClasses()), true));
        return copies;
    }

    /** What the engine's web applications and their plug-ins add. */
    static Set<Endpoint> ofWebApplications() {
        Set<Endpoint> found = new TreeSet<>();
        Map.<String, Application>of(
                        "admin", new AdminApplication(),
                        "cockpit", new CockpitApplication(),
                        "tasklist", new TasklistApplication(),
                        "welcome", new WelcomeApplication())
                .forEach((name, application) ->
                        found.addAll(JaxRsEndpoints.of("/operaton/api/" + name, application.getClasses())));
        return found;
    }

    private static Set<Endpoint> only(Set<Endpoint> endpoints, boolean copies) {
        Set<Endpoint> kept = new TreeSet<>(endpoints);
        kept.removeIf(endpoint -> endpoint.path().contains("/engine/{name}") != copies);
        return kept;
    }
}
