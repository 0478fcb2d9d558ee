package io.pilotage.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands for the proxy of {@code docker/proxy/nginx.conf} where no container runs: takes turns between nodes, leaves one
 * that does not answer, and says which address people used.
 */
public final class ReverseProxy implements AutoCloseable {

    private static final Set<String> ITS_OWN = Set.of("host", "connection", "content-length", "transfer-encoding");

    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final String host;
    private final int[] nodes;
    private final AtomicInteger turn = new AtomicInteger();

    private ReverseProxy(String host, int... nodes) throws IOException {
        this.host = host;
        this.nodes = nodes;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::pass);
        server.setExecutor(Executors.newFixedThreadPool(4, task -> {
            Thread thread = new Thread(task, "reverse-proxy");
            thread.setDaemon(true);
            return thread;
        }));
        server.start();
    }

    /** @param host the name by which people reach it, with TLS */
    public static ReverseProxy start(String host, int... nodes) {
        try {
            return new ReverseProxy(host, nodes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public HttpResponse<String> get(String path) {
        try {
            return client.send(
                    HttpRequest.newBuilder(URI.create(
                                    "http://127.0.0.1:" + server.getAddress().getPort() + path))
                            .header("Accept", "text/html")
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void pass(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        for (int attempt = 0; attempt < nodes.length; attempt++) {
            int node = nodes[Math.floorMod(turn.getAndIncrement(), nodes.length)];
            try {
                HttpResponse<byte[]> answer = client.send(request(exchange, node, body), BodyHandlers.ofByteArray());
                answer.headers().map().forEach((name, values) -> {
                    if (!ITS_OWN.contains(name.toLowerCase(Locale.ROOT))) {
                        exchange.getResponseHeaders().put(name, values);
                    }
                });
                exchange.getResponseHeaders().put("X-Node", List.of(String.valueOf(node)));
                exchange.sendResponseHeaders(
                        answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
                exchange.getResponseBody().write(answer.body());
                exchange.close();
                return;
            } catch (IOException nodeIsGone) {
                continue;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        exchange.sendResponseHeaders(502, -1);
        exchange.close();
    }

    private HttpRequest request(HttpExchange exchange, int node, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + node + exchange.getRequestURI()))
                .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (!ITS_OWN.contains(lower)
                    && !lower.startsWith("x-forwarded")
                    && !lower.equals("upgrade")
                    && !lower.equals("http2-settings")) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return request.header("X-Forwarded-For", "192.0.2.7")
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", host)
                .header("X-Forwarded-Port", "443")
                .build();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
