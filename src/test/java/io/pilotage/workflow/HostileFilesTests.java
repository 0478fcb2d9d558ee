package io.pilotage.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/**
 * Broken and hostile models, tables, forms, expressions and answers, made by chance from real ones: each is answered in
 * words within a second. {@code -Dpilotage.rounds} makes more of them.
 */
class HostileFilesTests {

    private static final int ROUNDS = Integer.getInteger("pilotage.rounds", 1);
    private static final long LONGEST = 1_000_000_000L;
    private static final String[] SEEDS = {
        "<",
        ">",
        "&",
        "\"",
        "'",
        "${",
        "#{",
        "}",
        "]]>",
        "<!--",
        "<!DOCTYPE a>",
        "&amp;",
        "\u0000",
        "\uFEFF",
        "\uD800",
        "😀",
        "𠮷",
        "{",
        "[",
        ",",
        ":",
        "null",
        "1e999999999",
        "-0",
        "\\u0000",
        "(((((((((",
        "a.b.c.d.e",
        " contains('",
        "''''''''",
        "== == ==",
        "<a:b xmlns:a='x'>",
        "\n",
        "\t",
        "9".repeat(5_000),
        "x".repeat(5_000)
    };

    private final Random random = new Random(20261125);
    private final StaticListableBeanFactory beans = new StaticListableBeanFactory();
    private final ModelExpressions expressions = new ModelExpressions(beans);
    private final ModelGate gate = new ModelGate(beans, expressions);
    private final FormGate formGate = new FormGate();
    private final FormRules rules = new FormRules(new FormConditions());

    @Test
    void mutatedFilesAreAnsweredAtOnce() throws IOException {
        List<Path> files = files();
        int count = 1_500 * ROUNDS;
        for (int i = 0; i < count; i++) {
            Path file = files.get(random.nextInt(files.size()));
            byte[] bytes = mutated(Files.readAllBytes(file));
            String name = file.toString();
            timely(name, () -> {
                if (name.endsWith(".form")) {
                    if (formGate.problemsOf(name, bytes).isEmpty()) {
                        new ModelRules(beans).formOf(name, bytes, new ArrayList<>());
                    }
                } else {
                    gate.problemsOf(name, bytes);
                }
            });
        }
        System.out.println("hostile files: n=" + count);
    }

    @Test
    void expressionsAreAnsweredAtOnce() {
        int count = 20_000 * ROUNDS;
        for (int i = 0; i < count; i++) {
            StringBuilder text = new StringBuilder("${");
            for (int part = random.nextInt(30); part > 0; part--) {
                text.append(random.nextBoolean() ? seed() : "abc ".substring(random.nextInt(3)));
            }
            String expression = text.append("}").toString();
            timely(expression, () -> {
                expressions.isAllowed(expression);
                expressions.isAllowedInTable(expression);
            });
        }
        System.out.println("hostile expressions: n=" + count);
    }

    @Test
    void answersAreRefusedFieldByFieldAtOnce() throws IOException {
        List<FormSchema> forms = new ArrayList<>();
        for (Path file : files()) {
            if (file.toString().endsWith(".form")) {
                forms.add(FormSchema.read(Files.newInputStream(file)));
            }
        }
        int count = 600 * ROUNDS;
        for (int i = 0; i < count; i++) {
            FormSchema form = forms.get(random.nextInt(forms.size()));
            Map<String, Object> answers = new HashMap<>();
            form.fields().forEach(field -> answers.put(field.key(), value(3)));
            answers.put(seed(), value(3));
            timely(form.id(), () -> {
                try {
                    rules.check(form, answers, Map.of());
                } catch (Refused refused) {
                    assertThat(refused.messageKey()).isNotEmpty();
                }
            });
        }
        System.out.println("hostile answers: n=" + count);
    }

    private Object value(int depth) {
        return switch (random.nextInt(depth > 0 ? 11 : 7)) {
            case 0 -> null;
            case 1 -> seed();
            case 2 -> random.nextLong();
            case 3 -> Double.NaN;
            case 4 -> random.nextBoolean();
            case 5 -> "9".repeat(100_000);
            case 6 -> "2030-13-45T99:99:99Z";
            case 7 -> List.of();
            case 8 -> Map.of(seed(), String.valueOf(value(0)));
            case 9 -> Stream.generate(() -> value(0)).limit(5).toList();
            default -> new ArrayList<>(java.util.Arrays.asList(value(depth - 1), value(depth - 1)));
        };
    }

    private byte[] mutated(byte[] bytes) {
        StringBuilder text = new StringBuilder(new String(bytes, StandardCharsets.UTF_8));
        for (int times = 1 + random.nextInt(4); times > 0; times--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.insert(at, seed());
                case 1 -> text.delete(at, Math.min(text.length(), at + random.nextInt(200)));
                case 2 -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(2_000))));
                default -> text.setCharAt(at, (char) random.nextInt(0x10000));
            }
            if (text.isEmpty()) {
                text.append(' ');
            }
        }
        return text.toString().getBytes(random.nextInt(20) == 0 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
    }

    private String seed() {
        return SEEDS[random.nextInt(SEEDS.length)];
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> models = Files.walk(Path.of("processes"));
                Stream<Path> forms = Files.walk(Path.of("forms"))) {
            return Stream.concat(models, forms)
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }

    /** Anything thrown is a crash; more than a second is a hang (the first calls may load classes). */
    private static void timely(String what, Runnable work) {
        long begin = System.nanoTime();
        work.run();
        long spent = System.nanoTime() - begin;
        if (spent > LONGEST) {
            long again = System.nanoTime();
            work.run();
            assertThat(System.nanoTime() - again).as(what).isLessThan(LONGEST);
        }
    }
}
