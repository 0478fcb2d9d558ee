package io.pilotage.workflow;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which calls of the engine's REST interface are open at all: reading, and what the door answers. Everything else that
 * changes something is closed, whatever the engine would make of it; who may do what is open is decided behind.
 */
final class EngineCalls {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    /** Reports about the installation, bulk reading for another product, and cases of a kind that is switched off. */
    private static final Pattern NOT_READ = Pattern.compile(
            "(optimize|telemetry|schema|metrics|(history/)?case-(definition|instance|execution|activity-instance))"
                    + "(/.*)?");

    private static final Pattern ADDRESS = Pattern.compile("[\\p{L}\\p{N} _.:@+,/=*()-]*+");

    /** Method and path below the engine: a question asked by POST, or an attempt that the door answers in its words. */
    private static final List<Pattern> OPEN = List.of(
            Pattern.compile(
                    "POST (execution|group|job|job-definition|process-instance|task|variable-instance)(/count)?"),
            Pattern.compile("POST history/(activity-instance|detail|job-log|process-instance|task|variable-instance)"
                    + "(/count)?"),
            Pattern.compile("POST filter/[^/]+/(list|count|singleResult)"),
            Pattern.compile("POST process-definition/(key/)?[^/]+/(start|submit-form)"),
            Pattern.compile(
                    "(POST|PUT|DELETE) task/[^/]+/(claim|unclaim|complete|submit-form|assignee|delegate|resolve)"),
            Pattern.compile("POST task/[^/]+/(bpmnError|bpmnEscalation|identity-links(/delete)?|comment/create)"),
            Pattern.compile("(POST|PUT|DELETE) task/[^/]+(/(variables|localVariables)(/[^/]+)?)?"),
            Pattern.compile("POST job/[^/]+/execute"),
            Pattern.compile("POST deployment/create"));

    private EngineCalls() {}

    /** Whether the address holds only what ids, keys and names of files are made of. */
    static boolean isReadable(String path) {
        return ADDRESS.matcher(path).matches();
    }

    /** Whether the call leaves everything as it is, by its method. */
    static boolean isReading(String method) {
        return READING.contains(method);
    }

    /** Whether the call, when it is refused, was more than a question: a change, or a question that runs an expression. */
    static boolean isAttempt(String method, @Nullable String query) {
        return !isReading(method) || (query != null && query.contains("Expression"));
    }

    /**
     * Whether nobody may make the call.
     *
     * @param path below the engine, without a leading slash, decoded
     */
    static boolean isClosed(String method, String path) {
        if (isReading(method)) {
            return NOT_READ.matcher(path).matches();
        }
        String call = method + " " + path;
        return OPEN.stream().noneMatch(open -> open.matcher(call).matches());
    }
}
