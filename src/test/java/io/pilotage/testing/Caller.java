package io.pilotage.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pilotage.identity.DemoUsers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A program that calls the running application in a person's name, with a password each time or in a session. */
public final class Caller {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String base;
    private final String basic;

    private Caller(int port, String basic) {
        this.base = "http://127.0.0.1:" + port;
        this.basic = basic;
    }

    /** A machine: name and password with each call. */
    public static Caller machine(int port, String person) {
        String login = person + ":" + DemoUsers.PASSWORD;
        return new Caller(port, "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
    }

    /** A program that brings an access token with each call. */
    public static Caller token(int port, String token) {
        return new Caller(port, "Bearer " + token);
    }

    /** Somebody without name. */
    public static Caller anonymous(int port) {
        return new Caller(port, "");
    }

    /** A browser after the login page. */
    public static Caller session(int port, String person) {
        Caller caller = new Caller(port, "");
        Answer answer = caller.form("/login", Map.of("username", person, "password", DemoUsers.PASSWORD));
        if (answer.status() != 302 || answer.location().contains("error")) {
            throw new AssertionError(person + " may not sign in: " + answer);
        }
        return caller;
    }

    /** Id of the session, as the cookie has it. */
    public String session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("JSESSIONID"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElseThrow();
    }

    /** Goes on with a session that may be over. */
    public Caller withSession(String id) {
        cookies.getCookieStore().removeAll();
        HttpCookie cookie = new HttpCookie("JSESSIONID", id);
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(URI.create(base), cookie);
        return this;
    }

    /** Hands in an HTML form with the token of the login page. */
    public Answer form(String path, Map<String, String> fields) {
        var token = TOKEN.matcher(get("/login").body());
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(
                "POST",
                path,
                "application/x-www-form-urlencoded",
                body + (token.find() ? "&_csrf=" + token.group(1) : ""));
    }

    public Answer get(String path) {
        return send("GET", path, "application/json", null);
    }

    /** What a browser is shown. */
    public Answer page(String path) {
        return send("GET", path, "application/json", null, "text/html");
    }

    /** What the task list asks for: an answer with what belongs to it inside. */
    public Answer hal(String path) {
        return send("GET", path, "application/json", null, "application/hal+json");
    }

    public Answer post(String path, Object body) {
        return send("POST", path, "application/json", json(body));
    }

    public Answer put(String path, Object body) {
        return send("PUT", path, "application/json", json(body));
    }

    public Answer delete(String path) {
        return send("DELETE", path, "application/json", null);
    }

    /** Any request; the engine's own token is sent along when its cookie is there. */
    public Answer send(String method, String path, String type, String body) {
        return send(method, path, type, body, "*/*");
    }

    private Answer send(String method, String path, String type, String body, String accept) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", type)
                .header("Accept", accept)
                .header("Accept-Language", "en")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!basic.isEmpty()) {
            request.header("Authorization", basic);
        }
        cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .forEach(token -> request.header("X-XSRF-TOKEN", token));
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    response.body(),
                    response.headers().firstValue("Location").orElse(""),
                    response.headers().firstValue("WWW-Authenticate").orElse(""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String json(Object body) {
        try {
            return body instanceof String text ? text : JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** What came back. */
    public record Answer(int status, String body, String location, String challenge) {

        /** A text of the JSON body, or the empty text. */
        public String text(String name) {
            try {
                JsonNode node = JSON.readTree(body);
                return node == null ? "" : node.path(name).asText("");
            } catch (JsonProcessingException e) {
                throw new AssertionError("No JSON: " + this, e);
            }
        }
    }
}
