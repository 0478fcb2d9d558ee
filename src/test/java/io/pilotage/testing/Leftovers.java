package io.pilotage.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** Servers and data that test runs which were killed could not clean up themselves. */
final class Leftovers {

    private Leftovers() {}

    /** Removes every run whose owner, the process id before the dash in its name, is gone. */
    static void removeFrom(Path runs) throws IOException {
        List<Path> directories;
        try (var found = Files.list(runs)) {
            directories = found.toList();
        }
        for (Path directory : directories) {
            long owner = Long.parseLong(directory.getFileName().toString().split("-")[0]);
            if (ProcessHandle.of(owner).isEmpty()) {
                ProcessHandle.allProcesses()
                        .filter(process ->
                                process.info().commandLine().orElse("").contains("dir=" + directory + " "))
                        .forEach(server -> {
                            server.destroyForcibly();
                            server.onExit().join();
                        });
                FileSystemUtils.deleteRecursively(directory);
            }
        }
    }
}
