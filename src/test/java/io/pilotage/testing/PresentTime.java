package io.pilotage.testing;

import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** After each test it is now again, and the timers of the cases it left open are gone. */
final class PresentTime implements TestExecutionListener {

    @Override
    public void afterTestMethod(TestContext test) {
        test.getApplicationContext().getBean(TimeMachine.class).reset();
    }
}
