package io.pilotage.workflow;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.springframework.stereotype.Component;

/** Lets no code in with a form: only components that are named, texts without markup, patterns that answer at once. */
@Component
class FormGate {

    private static final int MOST_COMPONENTS = 2_000;
    private static final int LONGEST_PATTERN = 200;

    private static final Set<String> COMPONENTS = Set.of(
            "default",
            "group",
            "text",
            "textfield",
            "textarea",
            "number",
            "datetime",
            "select",
            "radio",
            "checkbox",
            "checklist",
            "taglist",
            "table",
            "separator",
            "spacer");

    private static final Pattern MARKUP =
            Pattern.compile("<\\s*[/!a-zA-Z]|(?i:javascript|vbscript)\\s*:|(?i:data):[a-z]+/");

    /** A repeated group that repeats inside, or offers a choice, can take exponentially long. */
    private static final Pattern SLOW = Pattern.compile("\\([^)]*[+*}|][^)]*\\)\\s*[+*{]|\\\\\\d");

    private final ObjectMapper json = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(60)
                    .maxStringLength(20_000)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build());

    /** What may not come in with a form, each as {@code file: component: sentence}. */
    List<String> problemsOf(String file, byte[] bytes) {
        if (bytes.length > ModelGate.MOST_BYTES) {
            return List.of(file + ": is larger than 2 MB");
        }
        List<String> problems = new ArrayList<>();
        try {
            JsonNode form = json.readTree(bytes);
            if (form == null || !form.isObject()) {
                return List.of(file + ": The form is no JSON object");
            }
            if (look(form, file, "", problems) > MOST_COMPONENTS) {
                problems.add(file + ": has more than 2,000 components");
            }
        } catch (IOException e) {
            problems.add(file + ": The form is no JSON, or too deep");
        }
        return problems;
    }

    /** @return how many components there are */
    private int look(JsonNode node, String file, String outer, List<String> problems) {
        String here = node.path("id").asText(outer);
        if (node.isTextual() && MARKUP.matcher(node.asText()).find()) {
            problems.add(file + ": " + here + ": a text holds no markup and no address that runs code");
        }
        boolean component = node.isObject() && node.path("type").isTextual();
        if (component && !COMPONENTS.contains(node.path("type").asText())) {
            problems.add(
                    file + ": " + here + ": the component '" + node.path("type").asText() + "' is not allowed");
        }
        String pattern = node.path("validate").path("pattern").asText("");
        if (!pattern.isEmpty() && !isQuick(pattern)) {
            problems.add(file + ": " + here + ": the pattern is not valid, longer than 200 characters, or slow");
        }
        int components = component ? 1 : 0;
        for (JsonNode child : node) {
            components += look(child, file, here, problems);
        }
        return components;
    }

    private static boolean isQuick(String pattern) {
        try {
            Pattern.compile(pattern);
            return pattern.length() <= LONGEST_PATTERN && !SLOW.matcher(pattern).find();
        } catch (PatternSyntaxException e) {
            return false;
        }
    }
}
