package io.pilotage.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pilotage.identity.People;
import io.pilotage.identity.Role;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Lets people choose each other by name: on the way out a text field that asks for a person becomes a list of names,
 * whose answer is the id. Its property {@code person} says of which role; without it anybody is offered.
 */
@Component
class PeopleOffered {

    /** What an id looks like; a text field with this pattern asks for a person. */
    static final String ID = "^[A-Za-z0-9._@+\\-]+$";

    private final People people;

    PeopleOffered(People people) {
        this.people = people;
    }

    /** The form with names to choose from; the same bytes where it asks for nobody. */
    InputStream in(InputStream form) {
        try {
            byte[] asked = form.readAllBytes();
            JsonNode root = JsonText.MAPPER.readTree(asked);
            Map<String, ArrayNode> known = new HashMap<>();
            offer(root.path("components"), known);
            return new ByteArrayInputStream(known.isEmpty() ? asked : JsonText.MAPPER.writeValueAsBytes(root));
        } catch (IOException e) {
            throw new IllegalArgumentException("The form is no JSON", e);
        }
    }

    private void offer(JsonNode components, Map<String, ArrayNode> known) {
        for (JsonNode child : components) {
            offer(child.path("components"), known);
            if (child instanceof ObjectNode field && asksForPerson(field)) {
                String role = field.path("properties").path("person").asText("");
                ArrayNode names = known.computeIfAbsent(role, this::names);
                field.put("type", "select").put("searchable", true).set("values", names);
                if (field.path("validate") instanceof ObjectNode rules) {
                    rules.remove(java.util.List.of("pattern", "maxLength", "validationType"));
                }
            }
        }
    }

    private static boolean asksForPerson(ObjectNode field) {
        return field.path("type").asText().equals("textfield")
                && field.path("validate").path("pattern").asText().equals(ID);
    }

    private ArrayNode names(String role) {
        ArrayNode names = JsonText.MAPPER.createArrayNode();
        Optional<Role> known = Role.ofGroup(role);
        (known.isPresent() ? people.names(known.get()) : people.names())
                .forEach((id, name) -> names.addObject().put("label", name).put("value", id));
        return names;
    }
}
