package io.pilotage.dossier;

import io.pilotage.verify.Archive;
import io.pilotage.verify.Verify;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Packs the verifier as a jar that runs by itself, out of the very classes that run here. */
@Component
class VerifierJar {

    private static final String FOLDER = Verify.class.getPackageName().replace('.', '/') + "/";

    /** Always the same bytes for the same classes. */
    byte[] pack() {
        TreeMap<String, byte[]> files = new TreeMap<>();
        files.put(
                "META-INF/MANIFEST.MF",
                ("Manifest-Version: 1.0\r\nMain-Class: " + Verify.class.getName() + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        try {
            for (Resource type : new PathMatchingResourcePatternResolver(Verify.class.getClassLoader())
                    .getResources("classpath*:" + FOLDER + "*.class")) {
                String name = String.valueOf(type.getFilename());
                if (!name.equals("package-info.class") && isOurs(name)) {
                    files.put(FOLDER + name, type.getContentAsByteArray());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The classes of the verifier cannot be read", e);
        }
        return Archive.write(files);
    }

    /** Classes of tests in the same package are none of the verifier's. */
    private static boolean isOurs(String name) {
        return !name.contains("Test");
    }
}
