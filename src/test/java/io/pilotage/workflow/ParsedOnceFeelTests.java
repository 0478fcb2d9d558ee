package io.pilotage.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.dmn.feel.impl.FeelEngine;
import org.operaton.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.operaton.bpm.engine.variable.Variables;
import org.operaton.bpm.engine.variable.context.VariableContext;

/** FEEL that is parsed once answers, and fails, as the stock engine does; on every cell and condition that is deployed. */
class ParsedOnceFeelTests {

    private static final Pattern CELL =
            Pattern.compile("<(inputEntry|outputEntry|inputExpression)[^>]*>\\s*<text>(.*?)</text>", Pattern.DOTALL);
    private static final Pattern HIDDEN = Pattern.compile("\"hide\"\\s*:\\s*\"=?((?:[^\"\\\\]|\\\\.)*)\"");
    private static final List<Object> INPUTS = Arrays.asList(
            null, "high", "low", "other", 0, 3, new BigDecimal("250000.50"), true, false, List.of("a"), LocalDate.MIN);

    private final FeelEngine stock = new ScalaFeelEngineFactory().createInstance();
    private final FeelEngine ours = new ParsedOnceFeel();

    @Test
    void cellsAndConditionsAnswerAsTheStockEngineDoes() {
        List<String> texts = deployed();
        assertThat(texts).hasSizeGreaterThan(200).anyMatch(text -> text.startsWith("not("));
        for (String text : texts) {
            for (Object input : INPUTS) {
                VariableContext variables = Variables.createVariables()
                        .putValue("x", input)
                        .putValue("tier", input)
                        .putValue("amount", input)
                        .asVariableContext();
                for (int time = 0; time < 2; time++) {
                    assertThat(said(() -> ours.evaluateSimpleUnaryTests(text, "x", variables)))
                            .as("%s for %s", text, input)
                            .isEqualTo(said(() -> stock.evaluateSimpleUnaryTests(text, "x", variables)));
                    assertThat(said(() -> ours.evaluateSimpleExpression(text, variables)))
                            .as("%s with %s", text, input)
                            .isEqualTo(said(() -> stock.evaluateSimpleExpression(text, variables)));
                }
            }
        }
    }

    @Test
    void whatCannotBeReadFailsWithTheStockEnginesWords() {
        VariableContext nothing = Variables.createVariables().asVariableContext();
        for (String broken : List.of("=", "1 +", "\"open", "if a", "")) {
            assertThat(said(() -> ours.evaluateSimpleExpression(broken, nothing)))
                    .isEqualTo(said(() -> stock.evaluateSimpleExpression(broken, nothing)));
            assertThat(said(() -> ours.evaluateSimpleUnaryTests(broken, "x", nothing)))
                    .isEqualTo(said(() -> stock.evaluateSimpleUnaryTests(broken, "x", nothing)));
        }
    }

    @Test
    void theSameConditionIsAskedAgainWithOtherAnswers() {
        for (int number : new int[] {1, 2, 1, 3}) {
            VariableContext variables = Variables.fromMap(Map.of("n", number)).asVariableContext();
            assertThat(ours.<Object>evaluateSimpleExpression("n = 1", variables))
                    .isEqualTo(number == 1);
            assertThat(ours.evaluateSimpleUnaryTests("> 1", "n", variables)).isEqualTo(number > 1);
        }
    }

    private static String said(Supplier<Object> evaluation) {
        try {
            return String.valueOf(evaluation.get());
        } catch (RuntimeException failed) {
            return failed.getClass().getSimpleName() + ": " + failed.getMessage();
        }
    }

    private static List<String> deployed() {
        List<String> texts = new ArrayList<>();
        for (Path folder : List.of(Path.of("processes"), Path.of("forms"))) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    String text = Files.readString(file);
                    Matcher cell = (file.toString().endsWith(".dmn") ? CELL : HIDDEN).matcher(text);
                    while (cell.find()) {
                        texts.add(cell.group(cell.groupCount())
                                .replace("&lt;", "<")
                                .replace("&gt;", ">")
                                .replace("&quot;", "\"")
                                .replace("&amp;", "&")
                                .replace("\\\"", "\""));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return texts.stream().distinct().toList();
    }
}
