package io.pilotage.pilot.web;

import io.pilotage.workflow.Waits;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets the task list say that a person waits for somebody, and that they no longer do. */
@RestController
@RequestMapping("/api/tasks/{taskId}/waiting")
class WaitingApi {

    private final Waits waits;

    WaitingApi(Waits waits) {
        this.waits = waits;
    }

    /** What the person says of the wait. */
    record Request(
            @Nullable String reason,
            @Nullable String forWhom,
            @Nullable String note) {}

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void start(@PathVariable String taskId, @RequestBody Request request, Authentication person) {
        waits.start(
                taskId,
                Objects.toString(request.reason, ""),
                Objects.toString(request.forWhom, ""),
                request.note,
                person.getName());
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable String taskId, Authentication person) {
        waits.end(taskId, person.getName());
    }
}
