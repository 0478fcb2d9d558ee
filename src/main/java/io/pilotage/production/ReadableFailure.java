package io.pilotage.production;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;
import org.springframework.boot.logging.LoggingSystemProperty;
import org.springframework.util.StringUtils;

/**
 * Says line by line why the start failed where the log is written for programs: there the whole list would be one line of
 * JSON, and it is a person who has to mend it.
 */
class ReadableFailure implements FailureAnalysisReporter {

    @Override
    public void report(FailureAnalysis failure) {
        String format = LoggingSystemProperty.CONSOLE_STRUCTURED_FORMAT.getEnvironmentVariableName();
        if (StringUtils.hasText(System.getProperty(format))) {
            System.err.printf("%n%s%n%n%s%n%n", failure.getDescription(), failure.getAction());
        }
    }
}
