package io.pilotage.pilot.web;

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Says in a plain sentence that there is no such pilot. */
@ControllerAdvice(assignableTypes = {CasePages.class, CaseActions.class, SealPages.class, StoryPage.class})
class UnknownPilotPage {

    @ExceptionHandler
    ModelAndView unknown(UnknownPilot unknown) {
        ModelAndView page = new ModelAndView("pilot/unknown");
        page.setStatus(HttpStatusCode.valueOf(HttpStatus.NOT_FOUND.value()));
        page.addObject("key", unknown.key());
        return page;
    }
}
