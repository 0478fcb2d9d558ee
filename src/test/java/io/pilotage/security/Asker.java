package io.pilotage.security;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pilotage.identity.DemoUsers;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody, or nobody, who asks many addresses at once: with a session on pages, with a password on the engine's REST. */
final class Asker {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String name;
    private final String base;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final Map<String, String> tokens = new LinkedHashMap<>();
    private String basic = "";
    private String host = "";

    private Asker(String name, int port) {
        this.name = name;
        this.base = "http://127.0.0.1:" + port;
    }

    /** Signed in, with every token that a browser would have. */
    static Asker signedIn(int port, String person) {
        Asker asker = new Asker(person, port).withPassword(person, DemoUsers.PASSWORD);
        HttpResponse<String> login = asker.signIn(person, "/");
        if (login.statusCode() != 302
                || login.headers().firstValue("Location").orElse("").contains("error")) {
            throw new AssertionError(person + " may not sign in: " + login);
        }
        asker.now("GET", "/operaton/app/tasklist/default/", null);
        try {
            JsonNode csrf = JSON.readTree(asker.now("GET", "/api/csrf", null).body());
            if (csrf.hasNonNull("header")) {
                asker.tokens.put(
                        csrf.path("header").asText(), csrf.path("token").asText());
            }
        } catch (IOException noToken) {
            throw new AssertionError(noToken);
        }
        if (asker.cookies.containsKey("XSRF-TOKEN")) {
            asker.tokens.put("X-XSRF-TOKEN", asker.cookies.get("XSRF-TOKEN"));
        }
        return asker;
    }

    /** Hands in the login page. @param target where the page that led here would like to be led back to */
    HttpResponse<String> signIn(String person, String target) {
        Matcher token = TOKEN.matcher(now("GET", "/login", null).body());
        if (!token.find()) {
            throw new AssertionError("The login page has no token");
        }
        Map<String, String> fields = new LinkedHashMap<>(
                Map.of("username", person, "password", DemoUsers.PASSWORD, "_csrf", token.group(1)));
        List.of("continue", "redirect", "next", "spring-security-redirect", "redirect_uri")
                .forEach(name -> fields.put(name, target));
        return form("/login", fields);
    }

    /** Nobody. */
    static Asker nobody(int port, String name) {
        return new Asker(name, port);
    }

    Asker withPassword(String person, String password) {
        basic = "Basic "
                + Base64.getEncoder().encodeToString((person + ":" + password).getBytes(StandardCharsets.UTF_8));
        return this;
    }

    Asker withCookie(String cookie, String value) {
        cookies.put(cookie, value);
        return this;
    }

    /** Claims to have come by another host, and from a page there. */
    Asker from(String host) {
        this.host = host;
        return this;
    }

    /** The same session, but as a foreign page would use it: without the tokens. */
    Asker withoutTokens() {
        Asker forged = new Asker(name + " without tokens", 0).withBase(base);
        forged.cookies.putAll(cookies);
        return forged;
    }

    String name() {
        return name;
    }

    HttpResponse<String> now(String method, String path, String body) {
        return later(method, path, body).join();
    }

    CompletableFuture<HttpResponse<String>> later(String method, String path, String body) {
        return HTTP.sendAsync(request(method, path, "application/json", body), BodyHandlers.ofString())
                .thenApply(this::remembered);
    }

    CompletableFuture<HttpResponse<String>> raw(String method, String path, String type, String body) {
        return HTTP.sendAsync(request(method, path, type, body), BodyHandlers.ofString());
    }

    private HttpResponse<String> form(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return remembered(HTTP.sendAsync(
                        request("POST", path, "application/x-www-form-urlencoded", body), BodyHandlers.ofString())
                .join());
    }

    private HttpRequest request(String method, String path, String type, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", type)
                .header("Accept", "*/*")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!host.isEmpty()) {
            request.header("X-Forwarded-Host", host)
                    .header("Forwarded", "host=" + host)
                    .header("Origin", "https://" + host);
        }
        if (path.startsWith("/engine-rest") && !basic.isEmpty()) {
            request.header("Authorization", basic);
        } else {
            synchronized (cookies) {
                cookies.forEach((cookie, value) -> request.header("Cookie", cookie + "=" + value));
            }
            tokens.forEach(request::header);
        }
        return request.build();
    }

    private HttpResponse<String> remembered(HttpResponse<String> response) {
        if (tokens.isEmpty()) {
            synchronized (cookies) {
                response.headers().allValues("Set-Cookie").forEach(line -> {
                    String[] pair = line.split(";", 2)[0].split("=", 2);
                    cookies.put(pair[0], pair[1]);
                });
            }
        }
        return response;
    }

    private Asker withBase(String same) {
        return new Asker(name, Integer.parseInt(same.substring(same.lastIndexOf(':') + 1)));
    }
}
