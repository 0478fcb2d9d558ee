package io.pilotage.portfolio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The inventory that benchmarks bring in: the real one where it lies beside the project, else one of as many rows. */
record BenchmarkInventory(Path file, String mapping, int rows) {

    private static final List<Path> REAL = List.of(
            Path.of("../shared/data/ai-use-cases-2024.csv"), Path.of("../../shared/data/ai-use-cases-2024.csv"));
    private static final Path SAMPLE = Path.of("src/main/resources/portfolio/sample-inventory.csv");
    private static final int ROWS = 2133;

    static BenchmarkInventory find() throws IOException {
        for (Path real : REAL) {
            if (Files.exists(real)) {
                return new BenchmarkInventory(real, "federal-2024", ROWS);
            }
        }
        List<String> stages = List.of("Idea", "Rolling out", "In use");
        String heading = Files.readAllLines(SAMPLE).get(0);
        Path made = Files.createTempFile("inventory", ".csv");
        made.toFile().deleteOnExit();
        Files.writeString(
                made,
                IntStream.rangeClosed(1, ROWS)
                        .mapToObj(row ->
                                "B" + row + ",Assistant " + row + ",Unit " + row % 40 + ",,," + stages.get(row % 3))
                        .collect(Collectors.joining("\n", heading + "\n", "\n")));
        return new BenchmarkInventory(made, "simple", ROWS);
    }
}
