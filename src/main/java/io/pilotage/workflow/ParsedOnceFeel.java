package io.pilotage.workflow;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.context.CustomContext;
import org.camunda.feel.context.VariableProvider;
import org.operaton.bpm.dmn.feel.impl.FeelEngine;
import org.operaton.bpm.dmn.feel.impl.FeelEngineFactory;
import org.operaton.bpm.dmn.feel.impl.scala.ContextVariableWrapper;
import org.operaton.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.operaton.bpm.engine.variable.context.VariableContext;

/**
 * The engine's FEEL, which parses each condition of a form and each cell of a decision table once instead of at every
 * evaluation. What fails is left to the stock engine, so that it fails with the same words.
 */
class ParsedOnceFeel extends ScalaFeelEngine implements FeelEngineFactory {

    /** Texts come from deployed files; the bound only guards against a client that asks with ever new ones. */
    private static final int MOST_TEXTS = 20_000;

    private final Map<String, ParseResult> expressions = new ConcurrentHashMap<>();
    private final Map<String, ParseResult> unaryTests = new ConcurrentHashMap<>();

    ParsedOnceFeel() {
        super(List.of());
    }

    @Override
    public FeelEngine createInstance() {
        return this;
    }

    @Override
    public <T> T evaluateSimpleExpression(String expression, VariableContext variables) {
        ParseResult parsed = parsed(expressions, expression, feelEngineApi::parseExpression);
        if (parsed.isSuccess()) {
            EvaluationResult answer = feelEngineApi.evaluate(parsed.parsedExpression(), new Variables(variables));
            if (answer.isSuccess()) {
                @SuppressWarnings("unchecked") // as the stock engine: the caller names what it expects
                T result = (T) answer.result();
                return result;
            }
        }
        return super.evaluateSimpleExpression(expression, variables);
    }

    @Override
    public boolean evaluateSimpleUnaryTests(String tests, String input, VariableContext variables) {
        ParseResult parsed = parsed(unaryTests, tests, feelEngineApi::parseUnaryTests);
        if (parsed.isSuccess() && input != null && variables.containsVariable(input)) {
            EvaluationResult answer = feelEngineApi.evaluateWithInput(
                    parsed.parsedExpression(), variables.resolve(input).getValue(), new Variables(variables));
            if (answer.isSuccess() && answer.result() instanceof Boolean met) {
                return met;
            }
        }
        return super.evaluateSimpleUnaryTests(tests, input, variables);
    }

    private static ParseResult parsed(
            Map<String, ParseResult> known, String text, Function<String, ParseResult> parse) {
        ParseResult before = known.get(text);
        if (before != null) {
            return before;
        }
        ParseResult parsed = parse.apply(text);
        if (known.size() < MOST_TEXTS) {
            known.put(text, parsed);
        }
        return parsed;
    }

    /** The variables of one evaluation, as FEEL asks for them. */
    private static final class Variables extends CustomContext {

        private final VariableContext variables;

        Variables(VariableContext variables) {
            this.variables = variables;
        }

        @Override
        public VariableProvider variableProvider() {
            return new ContextVariableWrapper(variables);
        }
    }
}
