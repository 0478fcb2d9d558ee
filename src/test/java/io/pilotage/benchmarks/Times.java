package io.pilotage.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Times of one thing, in milliseconds. */
public final class Times {

    /** Something that is timed. */
    public interface Work {
        void run() throws Exception;
    }

    private final List<Double> times = new ArrayList<>();

    public void time(Work work) throws Exception {
        long begun = System.nanoTime();
        work.run();
        add((System.nanoTime() - begun) / 1e6);
    }

    public void add(double milliseconds) {
        times.add(milliseconds);
    }

    public double sum() {
        return times.stream().mapToDouble(Double::doubleValue).sum();
    }

    public double median() {
        return at(50);
    }

    /** The time within which so many percent were done. */
    public double at(int percent) {
        List<Double> sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    /** Says a result on the console and in {@code target/benchmarks.txt}. */
    public static void say(String text, @Nullable Object... values) {
        String line = "BENCHMARK " + String.format(Locale.ROOT, text, values);
        System.out.println(line);
        try {
            Files.writeString(
                    Path.of("target/benchmarks.txt"),
                    line + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
