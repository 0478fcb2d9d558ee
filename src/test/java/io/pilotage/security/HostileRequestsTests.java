package io.pilotage.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilotage.security.JaxRsEndpoints.Endpoint;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.engine.ProcessEngine;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/**
 * Malformed addresses, queries and bodies on every route, made by chance: answered by what is wrong with them, never by
 * a fault of ours, and nothing of the inside in the answer. {@code -Dpilotage.rounds} makes more of them.
 */
@PilotageTest
class HostileRequestsTests {

    private static final int COUNT = 1_500 * Integer.getInteger("pilotage.rounds", 1);
    private static final String INSIDE =
            "(?s).*(Exception:|\\bat (org|java|io)\\.|org\\.springframework|io\\.pilotage\\.|select .* from |jdbc:).*";
    private static final String[] VALUES = {
        "",
        "none",
        "0",
        "-1",
        "9999999999999999999",
        "1e400",
        "NaN",
        "null",
        "true",
        "'",
        "\"",
        "' or 1=1 --",
        "${1}",
        "#{a.b}",
        "<script>",
        "😀",
        "𠮷",
        "\u0000",
        "\u202E",
        "../../etc/passwd",
        "..\\..",
        "%",
        "%00",
        "a".repeat(3_000),
        "2030-13-45T99:99:99.000+0000",
        "[]",
        "{}",
        "//evil.example",
        "\r\nX-Injected: yes"
    };
    private static final String[] BODIES = {
        "",
        "{",
        "[]",
        "null",
        "\"x\"",
        "1",
        "{\"a\":" + "[".repeat(2_000),
        "{\"variables\":1}",
        "{\"variables\":{\"a\":null}}",
        "{\"variables\":{\"a\":{\"type\":\"Object\",\"value\":\"rO0ABXNyAA==\",\"valueInfo\":{\"objectTypeName\":\"java.lang.Runtime\",\"serializationDataFormat\":\"application/x-java-serialized-object\"}}}}",
        "{\"variables\":{\"a\":{\"type\":\"Json\",\"value\":\"{{\"}}}",
        "{\"variables\":{\"a\":{\"type\":\"Date\",\"value\":\"x\"}}}",
        "{\"variables\":{\"a\":{\"type\":\"Integer\",\"value\":1e400}}}",
        "{\"userId\":{\"a\":1}}",
        "{\"userId\":\"\u0000\"}",
        "{\"sorting\":[{\"sortBy\":\"x\",\"sortOrder\":\"y\"}]}",
        "{\"processVariables\":[{\"name\":\"a\",\"operator\":\"x\",\"value\":{}}]}",
        "a=%ZZ&b=" + "x".repeat(10_000),
        "\uFEFF{}",
        "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]><a>&b;</a>"
    };
    private static final String[] TYPES = {
        "application/json",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "multipart/form-data",
        "text/xml",
        "text/plain; charset=none"
    };
    private static final String[] PARAMETERS = {
        "page",
        "size",
        "sort",
        "lang",
        "firstResult",
        "maxResults",
        "sortBy",
        "sortOrder",
        "processVariables",
        "dueBefore",
        "kind",
        "unit",
        "status",
        "q",
        "taskAssignee",
        "deserializeValues",
        "variableNames",
        "createdAfter"
    };

    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    @Autowired
    ProcessEngine engine;

    @Autowired
    ApplicationContext context;

    private final Random random = new Random(20261125);

    @Test
    void everyRouteAnswersWhatIsWrong() {
        Samples samples = new Samples(cases, engine);
        Set<Endpoint> all = Addresses.all(context);
        all.removeIf(endpoint -> endpoint.path().matches("/(login|logout)|.*/logout"));
        List<Endpoint> routes = new ArrayList<>(all);
        List<Asker> askers = List.of(Asker.signedIn(port, "decision-owner"), Asker.signedIn(port, "process-admin"));
        ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();
        Semaphore places = new Semaphore(8);
        List<CompletableFuture<?>> asked = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            Endpoint route = routes.get(i % routes.size());
            boolean body = !route.method().equals("GET") && !route.method().equals("OPTIONS");
            String path = samples.fill(copied(random.nextInt(3) == 0 ? spoilt(route.path()) : route.path())) + query();
            String content = body ? one(BODIES) : null;
            places.acquireUninterruptibly();
            asked.add(askers.get(i % 2)
                    .raw(route.method(), path, one(TYPES), content)
                    .whenComplete((response, fault) -> places.release())
                    .thenAccept(response -> judge(route.method() + " " + path + " " + content, response, wrong)));
        }
        asked.forEach(CompletableFuture::join);
        Samples.remove(engine);
        System.out.println("hostile requests: n=" + COUNT);
        assertThat(wrong).isEmpty();
    }

    private static void judge(String request, HttpResponse<String> response, ConcurrentLinkedQueue<String> wrong) {
        String shown = request.substring(0, Math.min(request.length(), 300));
        if (response.statusCode() >= 500) {
            wrong.add(response.statusCode() + " " + shown);
        } else if (response.statusCode() >= 400
                && !response.body().contains("ENGINE-09005")
                && response.body().matches(INSIDE)) {
            wrong.add("inside: " + shown + " -> " + response.body());
        }
        if (response.headers().firstValue("X-Injected").isPresent()
                || response.headers().firstValue("Server").isPresent()
                || response.headers().firstValue("X-Powered-By").isPresent()
                || response.headers().firstValue("Location").orElse("").matches("(https?:)?//(?!127\\.0\\.0\\.1).*")) {
            wrong.add("header: " + shown);
        }
    }

    /** The task list asks the same of a copy, behind filters of its own. */
    private String copied(String path) {
        return random.nextInt(3) == 0
                ? path.replaceFirst("^/engine-rest/", "/operaton/api/engine/engine/default/")
                : path;
    }

    private String spoilt(String path) {
        return path.replaceAll(
                "\\{[^}]+}", encoded(one(VALUES)).replace("$", "").replace("\\", ""));
    }

    private String query() {
        StringBuilder query = new StringBuilder("?");
        for (int i = random.nextInt(4); i > 0; i--) {
            query.append(one(PARAMETERS))
                    .append('=')
                    .append(encoded(one(VALUES)))
                    .append('&');
        }
        return query.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private String one(String[] values) {
        return values[random.nextInt(values.length)];
    }
}
