package io.pilotage.pilot.web;

import io.pilotage.pilot.process.Whereabouts;
import io.pilotage.workflow.Inbox;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriUtils;

/** The link of a mail to a task: into the task list while it is open, to its pilot when it is done. */
@Controller
class TaskLink {

    private final Inbox inbox;
    private final Whereabouts whereabouts;
    private final CaseReaders readers;

    TaskLink(Inbox inbox, Whereabouts whereabouts, CaseReaders readers) {
        this.inbox = inbox;
        this.whereabouts = whereabouts;
        this.readers = readers;
    }

    @GetMapping("/t/{taskId}")
    ModelAndView follow(@PathVariable String taskId, Authentication reader) {
        readers.admit(reader);
        if (inbox.find(taskId).isPresent()) {
            return new ModelAndView("redirect:/operaton/app/tasklist/default/#/?task=" + encoded(taskId));
        }
        Optional<String> pilot = whereabouts.caseOfTask(taskId);
        return pilot.isPresent()
                ? new ModelAndView("redirect:/pilots/" + encoded(pilot.get()) + "?done=task")
                : unknown();
    }

    private static ModelAndView unknown() {
        ModelAndView page = new ModelAndView("pilot/taskUnknown");
        page.setStatus(HttpStatusCode.valueOf(HttpStatus.NOT_FOUND.value()));
        return page;
    }

    private static String encoded(String part) {
        return UriUtils.encode(part, StandardCharsets.UTF_8);
    }
}
