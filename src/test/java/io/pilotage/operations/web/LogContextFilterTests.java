package io.pilotage.operations.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.MDC;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Lines of a request name the case, also where its address names only a task. */
class LogContextFilterTests {

    @ParameterizedTest
    @CsvSource({
        "/pilots/P-7, P-7",
        "/api/pilots/P-7/measurements, P-7",
        "/t/task-1, P-8",
        "/api/tasks/task-1/waiting, P-8",
        "/t/no-task,",
        "/portfolio,"
    })
    void caseIsNamed(String path, String key) throws Exception {
        LogContextFilter filter = new LogContextFilter(
                task -> Optional.ofNullable(Map.of("task-1", "P-8").get(task)));
        assertThat(seen(filter, path)).containsExactly(String.valueOf(key));
        assertThat(MDC.get("pilotKey")).isNull();
    }

    @Test
    void requestGoesOnWhenTheDatabaseIsAway() throws Exception {
        LogContextFilter filter = new LogContextFilter(task -> {
            throw new DataAccessResourceFailureException("away");
        });
        assertThat(seen(filter, "/t/task-1")).containsExactly("null");
    }

    private static List<String> seen(LogContextFilter filter, String path) throws Exception {
        List<String> keys = new ArrayList<>();
        filter.doFilter(
                new MockHttpServletRequest("GET", path),
                new MockHttpServletResponse(),
                (request, response) -> keys.add(String.valueOf(MDC.get("pilotKey"))));
        return keys;
    }
}
