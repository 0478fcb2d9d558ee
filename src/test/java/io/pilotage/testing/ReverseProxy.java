package io.pilotage.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
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
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands for the proxy of {@code docker/proxy/nginx.conf} where no container runs: takes turns between nodes, leaves one
 * that does not answer, sends nothing twice that may have changed something, and says which address people used.
 */
public final class ReverseProxy implements AutoCloseable {

    private static final TestCertificate CERTIFICATE = TestCertificate.made();
    private static final Set<String> ITS_OWN = Set.of("host", "connection", "content-length", "transfer-encoding");
    private static final int THREADS = 16;

    private final HttpServer server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String host;
    private final int namedPort;
    private final AtomicInteger turn = new AtomicInteger();
    private final Map<Integer, Integer> answered = new ConcurrentHashMap<>();
    private volatile int[] nodes;

    private ReverseProxy(HttpServer server, String host, int namedPort, int... nodes) {
        this.server = server;
        this.host = host;
        this.namedPort = namedPort;
        this.nodes = nodes;
        server.createContext("/", this::pass);
        server.setExecutor(Executors.newFixedThreadPool(THREADS, task -> {
            Thread thread = new Thread(task, "reverse-proxy");
            thread.setDaemon(true);
            return thread;
        }));
        server.start();
    }

    /** One that only says that TLS ends here. @param host the name by which people reach it */
    public static ReverseProxy start(String host, int... nodes) {
        try {
            return new ReverseProxy(HttpServer.create(anyPort(), 0), host, 443, nodes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One where TLS really ends, with a certificate for 127.0.0.1; {@link #leadTo} names the nodes. */
    public static ReverseProxy startWithTls() {
        try {
            HttpsServer server = HttpsServer.create(anyPort(), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(CERTIFICATE.context()));
            return new ReverseProxy(server, "127.0.0.1", server.getAddress().getPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a virtual machine is told so that it trusts the certificate. */
    public static String trust() {
        return CERTIFICATE.trust();
    }

    /** Passes what comes on to these ports from now on. */
    public ReverseProxy leadTo(int... ports) {
        nodes = ports;
        return this;
    }

    /** Where people reach it. */
    public String address() {
        return (server instanceof HttpsServer ? "https" : "http") + "://127.0.0.1:" + port();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** How many requests the node on that port has answered. */
    public int answeredBy(int port) {
        return answered.getOrDefault(port, 0);
    }

    public HttpResponse<String> get(String path) {
        try {
            return client.send(
                    HttpRequest.newBuilder(URI.create(address() + path))
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
        int[] here = nodes;
        int first = turn.getAndIncrement();
        for (int attempt = 0; attempt < here.length; attempt++) {
            int node = here[Math.floorMod(first + attempt, here.length)];
            try {
                answer(exchange, node, client.send(request(exchange, node, body), BodyHandlers.ofByteArray()));
                return;
            } catch (IOException nodeIsGone) {
                if (!mayBeRepeated(exchange, nodeIsGone)) {
                    break;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        exchange.sendResponseHeaders(502, -1);
        exchange.close();
    }

    private static boolean mayBeRepeated(HttpExchange exchange, IOException fault) {
        return fault instanceof ConnectException || Set.of("GET", "HEAD").contains(exchange.getRequestMethod());
    }

    private void answer(HttpExchange exchange, int node, HttpResponse<byte[]> answer) throws IOException {
        answered.merge(node, 1, Integer::sum);
        answer.headers().map().forEach((name, values) -> {
            if (!ITS_OWN.contains(name.toLowerCase(Locale.ROOT))) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        exchange.getResponseHeaders().put("X-Node", List.of(String.valueOf(node)));
        try (exchange) {
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (IOException browserIsGone) {
            // A page that is left while it loads takes its answers no more.
        }
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
        // Like nginx, one connection per request: a node that stops answers on none that was left open.
        return request.header("Connection", "close")
                .header("X-Forwarded-For", "192.0.2.7")
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", host)
                .header("X-Forwarded-Port", String.valueOf(namedPort))
                .build();
    }

    private static InetSocketAddress anyPort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
