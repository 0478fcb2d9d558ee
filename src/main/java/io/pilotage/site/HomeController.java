package io.pilotage.site;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Sends whoever comes in by the front door to the tasks that wait for them. */
@Controller
class HomeController {

    @GetMapping("/")
    String home() {
        return "redirect:/operaton/app/tasklist/";
    }
}
