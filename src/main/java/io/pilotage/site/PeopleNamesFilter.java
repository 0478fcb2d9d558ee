package io.pilotage.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pilotage.identity.People;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Lets the task list show by name who has a task. The engine tells whoever may not read people the id only; the name is
 * enough here, so nobody needs to be let into the list of people with their mail addresses.
 */
@Component
@Order(PeopleNamesFilter.AROUND_THE_ENGINE)
class PeopleNamesFilter extends OncePerRequestFilter {

    /** Behind the security chain, and before whatever stands at the engine: what is refused there is on the trail first. */
    static final int AROUND_THE_ENGINE = -10;

    private static final Pattern ABOUT_TASKS =
            Pattern.compile("/operaton/api/engine/engine/[^/]+/(filter/[^/]+/list|task/[^/]+)");

    private final People people;
    private final ObjectMapper json;

    PeopleNamesFilter(People people, ObjectMapper json) {
        this.people = people;
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !ABOUT_TASKS
                .matcher(request.getRequestURI()
                        .substring(request.getContextPath().length()))
                .matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, answer);
        String type = answer.getContentType();
        if (answer.getStatus() == HttpServletResponse.SC_OK && type != null && type.contains("hal+json")) {
            JsonNode content = json.readTree(answer.getContentAsByteArray());
            if (content.path("_embedded") instanceof ObjectNode embedded) {
                nameBesideTheTasks(embedded);
                embedded.path("identityLink").forEach(this::nameBesideTheLink);
                answer.resetBuffer();
                answer.getOutputStream().write(json.writeValueAsBytes(content));
            }
        }
        answer.copyBodyToResponse();
    }

    /** A list has its people beside the tasks. */
    private void nameBesideTheTasks(ObjectNode list) {
        Set<String> ids = new TreeSet<>();
        list.path("task").forEach(task -> {
            if (task.path("assignee").isTextual()) {
                ids.add(task.path("assignee").asText());
            }
        });
        list.path("assignee").forEach(known -> ids.remove(known.path("id").asText()));
        if (!ids.isEmpty()) {
            ArrayNode named = list.path("assignee") instanceof ArrayNode there ? there : list.putArray("assignee");
            ids.forEach(id -> named.add(person(id)));
        }
    }

    /** A single task has each person inside the link to it. */
    private void nameBesideTheLink(JsonNode link) {
        if (link instanceof ObjectNode own && own.path("userId").isTextual()) {
            ObjectNode inside = own.path("_embedded") instanceof ObjectNode there ? there : own.putObject("_embedded");
            if (!inside.has("user")) {
                inside.putArray("user").add(person(own.path("userId").asText()));
            }
        }
    }

    private ObjectNode person(String id) {
        return json.createObjectNode().put("id", id).put("firstName", people.nameOf(id));
    }
}
