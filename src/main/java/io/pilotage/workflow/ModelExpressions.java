package io.pilotage.workflow;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.stereotype.Component;

/** What an expression in a model may say: variables, comparisons, and the two questions to the deadlines. */
@Component
class ModelExpressions {

    private static final int LONGEST = 500;

    private static final String OPERAND = "!?\\s*+(?:'[^'$#{}\\\\]*+'|-?\\d++(?:\\.\\d++)?|true|false|null"
            + "|[a-zA-Z_]\\w*+(?:\\.[a-zA-Z_]\\w*+(?!\\())*+(?:\\.contains\\('[\\w-]*+'\\))?)";
    private static final Pattern EXPRESSION = Pattern.compile(
            "[$#]\\{\\s*+" + OPERAND + "(?:\\s*+(?:==|!=|<=|>=|<|>|&&|\\|\\|)\\s*+" + OPERAND + ")*+\\s*+}");
    private static final Pattern LITERAL = Pattern.compile("'[^']*'");
    private static final Pattern NAME = Pattern.compile("(?<![\\w.])([a-zA-Z_]\\w*)");
    private static final Pattern HEAD = Pattern.compile("(?<![\\w.])([a-zA-Z_]\\w*)\\.(?!contains\\()");
    private static final Set<String> ENGINE_OBJECTS =
            Set.of("execution", "task", "caseExecution", "externalTask", "connector", "authenticatedUserId", "event");
    private static final Set<String> KNOWN = Set.of(
            ModelRules.DUE, ModelRules.NEXT, "#{execution.processBusinessKey}", "${execution.processBusinessKey}");

    /** Ways of FEEL out of the table: functions of its own, and such of the virtual machine. */
    private static final Pattern FEEL_CODE = Pattern.compile("\\b(external|function)\\b");

    private final BeanFactory beans;

    ModelExpressions(BeanFactory beans) {
        this.beans = beans;
    }

    /** Whether a text of a model holds no expression, or one that is allowed. */
    boolean isAllowed(String text) {
        String expression = text.strip();
        boolean code = expression.contains("${") || expression.contains("#{");
        return !code || KNOWN.contains(expression) || (expression.length() <= LONGEST && isPlain(expression));
    }

    /** Whether a cell of a table reads and compares only. */
    boolean isAllowedInTable(String cell) {
        String outsideTexts = cell.replaceAll("\"[^\"]*\"", "\"\"");
        return cell.length() <= LONGEST && !FEEL_CODE.matcher(outsideTexts).find();
    }

    /** Reads variables only: nothing of a bean or of the engine is reached. */
    private boolean isPlain(String expression) {
        String names = LITERAL.matcher(expression).replaceAll("''");
        return EXPRESSION.matcher(expression).matches()
                && !expression.matches(".*\\.\\s*class\\b.*")
                && found(NAME, names)
                        .noneMatch(name -> ENGINE_OBJECTS.contains(name) || ModelBeans.isForModels(beans, name))
                && found(HEAD, names).noneMatch(beans::containsBean);
    }

    private static Stream<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(name -> name.group(1));
    }
}
