package io.pilotage.workflow;

import jakarta.servlet.ServletContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import org.glassfish.jersey.server.monitoring.ApplicationEvent;
import org.glassfish.jersey.server.monitoring.ApplicationEventListener;
import org.glassfish.jersey.server.monitoring.RequestEvent;
import org.glassfish.jersey.server.monitoring.RequestEventListener;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.support.WebApplicationContextUtils;

/**
 * Stands at the way out of every REST application of the engine: remembers what was thrown, and answers it in plain
 * words whatever the engine made of it. No answer is kept on the way.
 */
public class RestAnswers implements ContainerResponseFilter, ApplicationEventListener {

    private static final String THROWN = RestAnswers.class.getName();

    @Context
    private @Nullable ServletContext servlet;

    @Override
    public void onEvent(ApplicationEvent event) {
        // Only requests are of interest.
    }

    @Override
    public RequestEventListener onRequest(RequestEvent request) {
        return event -> {
            if (event.getType() == RequestEvent.Type.ON_EXCEPTION) {
                event.getContainerRequest().setProperty(THROWN, event.getException());
            }
        };
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        if (request.getProperty(THROWN) instanceof Throwable thrown && servlet != null) {
            String path = request.getMethod() + " "
                    + request.getUriInfo().getRequestUri().getPath();
            WebApplicationContextUtils.getRequiredWebApplicationContext(servlet)
                    .getBean(PlainAnswers.class)
                    .to(thrown, response.getStatus(), path)
                    .ifPresent(answer -> {
                        response.setStatus(answer.status());
                        response.setEntity(answer.asJson(), new Annotation[0], MediaType.valueOf(answer.mediaType()));
                        if (answer.challenge() != null) {
                            response.getHeaders().putSingle(HttpHeaders.WWW_AUTHENTICATE, answer.challenge());
                        }
                    });
        }
    }
}
