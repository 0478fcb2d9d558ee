package io.pilotage.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate for 127.0.0.1 that exists while the tests run, as {@code docker/proxy/certificate.sh} makes one. */
final class TestCertificate {

    private static final String PASSWORD = "changeit";

    private final Path store;

    private TestCertificate(Path store) {
        this.store = store;
    }

    /** Made by the JDK's own tool. */
    static TestCertificate made() {
        try {
            Path folder = Files.createTempDirectory("pilotage-tls");
            Path store = folder.resolve("trusted.p12");
            Process process = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-alias",
                            "pilotage",
                            "-keyalg",
                            "EC",
                            "-validity",
                            "2",
                            "-dname",
                            "CN=127.0.0.1",
                            "-ext",
                            "san=ip:127.0.0.1",
                            "-storetype",
                            "PKCS12",
                            "-keystore",
                            store.toString(),
                            "-storepass",
                            PASSWORD))
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes());
            if (process.onExit().join().exitValue() != 0) {
                throw new IllegalStateException("No certificate was made:\n" + said);
            }
            store.toFile().deleteOnExit();
            return new TestCertificate(store);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a virtual machine is told so that it trusts the certificate, as in {@code docker/compose.yaml}. */
    String trust() {
        return "-Djavax.net.ssl.trustStore=" + store + " -Djavax.net.ssl.trustStorePassword=" + PASSWORD;
    }

    /** For a server that shows the certificate. */
    SSLContext context() {
        try (InputStream stream = Files.newInputStream(store)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(stream, PASSWORD.toCharArray());
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
