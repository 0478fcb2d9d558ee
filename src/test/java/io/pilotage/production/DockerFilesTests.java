package io.pilotage.production;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** No container engine runs with the tests: what the files of operators say is held against what the product reads. */
class DockerFilesTests {

    private static final Path DOCKER = Path.of("docker");

    /** Read by other containers of the compose file, not by the product. */
    private static final Set<String> OF_OTHERS =
            Set.of("MYSQL_ROOT_PASSWORD", "KEYCLOAK_ADMIN_PASSWORD", "KEYCLOAK_URL", "PILOTAGE_MACHINE_CLIENT_SECRET");

    @Test
    void guideNamesEveryVariableThatTheProductReads() {
        assertThat(documented()).isEqualTo(read());
    }

    @Test
    void exampleOfTheEnvironmentHasEveryVariable() {
        Set<String> expected = new TreeSet<>(read());
        expected.addAll(OF_OTHERS);
        assertThat(found("(?m)^([A-Z_]+)=", text("docker/.env.example"))).isEqualTo(expected);
    }

    /** An example that was copied and not filled in: the product refuses its part, and compose the rest. */
    @Test
    void nothingInTheExampleOpensAnything() {
        String example = text("docker/.env.example");
        Set<String> secrets = found("(?m)^([A-Z_]+(?:PASSWORD|SECRET|KEY))=", example);
        secrets.remove("PILOTAGE_MAIL_PASSWORD");
        Set<String> refusedByTheProduct = found("(?m)^([A-Z_]+)=change-me$", example);
        Set<String> refusedByCompose = found("\\$\\{([A-Z_]+):\\?[^}]+}", text("docker/compose.yaml"));
        assertThat(found("\"(PILOTAGE_[A-Z_]+)\"", text("src/main/java/io/pilotage/production/StrongSecrets.java")))
                .containsAll(refusedByTheProduct);
        assertThat(found("(?m)^([A-Z_]+)=$", example)).containsAll(refusedByCompose);
        refusedByCompose.addAll(refusedByTheProduct);
        assertThat(refusedByCompose).containsAll(secrets);
    }

    @Test
    void bothNodesGetTheVariablesOfTheExample() {
        for (String node : List.of("node-1", "node-2")) {
            Map<?, ?> variables = part(service(node), "environment");
            Set<String> names = names(variables);
            names.remove("JAVA_TOOL_OPTIONS");
            assertThat(read()).containsAll(names);
            // Set by the image.
            names.addAll(List.of("PILOTAGE_LISTEN", "PILOTAGE_PORT"));
            assertThat(names).isEqualTo(read());
        }
        assertThat(found("(?m)^([A-Z_]+)=", text("docker/.env.example")))
                .containsAll(found("\\$\\{([A-Z_]+)[}:]", text("docker/compose.yaml")));
    }

    @Test
    void nodesWriteNothingAndAreNobody() {
        for (String node : List.of("node-1", "node-2")) {
            assertThat(service(node).get("read_only")).isEqualTo(true);
            assertThat(service(node).get("user")).isEqualTo("10001");
            assertThat(service(node).get("stop_grace_period")).isEqualTo("60s");
            assertThat(service(node)).doesNotContainKey("ports");
        }
        assertThat(text("docker/Dockerfile"))
                .contains("USER 10001", "HEALTHCHECK", "extract --layers")
                .contains("ENV SPRING_PROFILES_ACTIVE=production PILOTAGE_LISTEN=0.0.0.0")
                .contains("\"-Duser.timezone=UTC\"", "\"-Djavax.xml.accessExternalSchema=file\"");
    }

    @Test
    void onlyTheProxyAndTheMailsAreReached() {
        assertThat(part(compose(), "services").entrySet().stream()
                        .filter(service -> ((Map<?, ?>) service.getValue()).containsKey("ports"))
                        .flatMap(service -> ((List<?>) ((Map<?, ?>) service.getValue()).get("ports")).stream()))
                .asString()
                .isEqualTo("[127.0.0.1:8025:8025, 127.0.0.1:443:443]");
        assertThat(text("docker/proxy/nginx.conf"))
                .contains("server node-1:8080", "server node-2:8080", "proxy_set_header X-Forwarded-For $remote_addr;")
                .contains("ssl_protocols TLSv1.2 TLSv1.3;", "ssl_ciphers ECDHE+AESGCM:ECDHE+CHACHA20;")
                .contains("\"max-age=31536000; includeSubDomains\" always", "location /actuator { return 404; }");
    }

    /** A container that is replaced comes back under another address. */
    @Test
    void proxyAsksAgainWhereANodeIs() {
        String proxy = text("docker/proxy/nginx.conf");
        assertThat(proxy).contains("resolver 127.0.0.11 ");
        assertThat(found("server ([\\w-]+:8080 resolve)", proxy)).hasSize(3);
        assertThat(found("server ([\\w-]+:8080(?! resolve))", proxy)).isEmpty();
        assertThat(found("proxy_pass http://([^;]+);", proxy)).containsExactlyInAnyOrder("nodes", "keycloak");
    }

    /** Signing in asks Keycloak by its address, and signing out there asks the product by its. */
    @Test
    void nodesAndKeycloakReachEachOtherUnderTheAddressesOfTheExample() {
        String example = text("docker/.env.example");
        Set<String> hosts =
                found("(?m)^(?:PILOTAGE_BASE_URL|PILOTAGE_ISSUER|KEYCLOAK_URL)=https://([^/\\s]+)", example);
        assertThat(hosts).hasSize(2);
        Object aliases = part(part(part(part(compose(), "services"), "proxy"), "networks"), "inside")
                .get("aliases");
        assertThat(((List<?>) aliases).stream().map(String::valueOf)).hasSameElementsAs(hosts);
        assertThat(found("server_name ([^;]+);", text("docker/proxy/nginx.conf")))
                .isEqualTo(hosts);
        assertThat(found("DNS:([\\w.]+)", text("docker/proxy/certificate.sh"))).isEqualTo(hosts);
    }

    /** The pattern by which the image takes the jar fits every version of it, and not the verifier beside it. */
    @Test
    void imageTakesTheJarOfAnyVersion() {
        String pattern = found("COPY target/(\\S+) pilotage.jar", text("docker/Dockerfile"))
                .iterator()
                .next();
        PathMatcher jar = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
        assertThat(Stream.of("pilotage-0.1.0-SNAPSHOT.jar", "pilotage-1.0.0.jar")
                        .map(Path::of))
                .allMatch(jar::matches);
        assertThat(jar.matches(Path.of("pilotage-verify.jar"))).isFalse();
    }

    @Test
    void everyFileThatIsMountedIsThere() {
        found("(?m)^ +- \\./([^:]+):", text("docker/compose.yaml")).stream()
                .filter(file -> !file.startsWith("proxy/tls") && !file.equals("backup"))
                .map(DOCKER::resolve)
                .forEach(file -> assertThat(
                                file.toString().endsWith(".sh") ? Files.isExecutable(file) : Files.exists(file))
                        .as("%s", file)
                        .isTrue());
    }

    @Test
    void kubernetesExampleAgreesWithTheImage() {
        String example = text("docker/kubernetes/pilotage.yaml");
        new Yaml().loadAll(example).forEach(document -> assertThat(document).isInstanceOf(Map.class));
        assertThat(read()).containsAll(found("(PILOTAGE_[A-Z_]+)", example));
        assertThat(example)
                .contains(
                        "runAsUser: 10001",
                        "readOnlyRootFilesystem: true",
                        "terminationGracePeriodSeconds: 60",
                        "preStop")
                .contains("path: /actuator/health/liveness", "path: /actuator/health/readiness");
    }

    /** What settings and start checks name. */
    private static Set<String> read() {
        Set<String> names = new TreeSet<>();
        Pattern variable = Pattern.compile("PILOTAGE_[A-Z_]+[A-Z]");
        Stream.concat(
                        Stream.of("application.yaml", "application-production.yaml")
                                .map(file -> text("src/main/resources/" + file)),
                        Stream.of("SafeOutside", "StrongSecrets")
                                .map(type -> text("src/main/java/io/pilotage/production/" + type + ".java")))
                .forEach(text -> variable.matcher(text).results().forEach(found -> names.add(found.group())));
        return names;
    }

    private static Set<String> documented() {
        // Keycloak has a table of its own further down.
        String production = text("docs/guide/operator.md").split("(?m)^## Keycloak")[0];
        return found("(?m)^\\| `(PILOTAGE_[A-Z_]+)` \\|", production);
    }

    private static Map<?, ?> compose() {
        return new Yaml().load(text("docker/compose.yaml"));
    }

    private static Map<String, Object> service(String name) {
        Map<?, ?> service = part(part(compose(), "services"), name);
        return service.entrySet().stream()
                .collect(Collectors.toMap(part -> String.valueOf(part.getKey()), Map.Entry::getValue));
    }

    private static Map<?, ?> part(Map<?, ?> map, String name) {
        return (Map<?, ?>) map.get(name);
    }

    private static Set<String> names(Map<?, ?> map) {
        return map.keySet().stream().map(String::valueOf).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String text(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
