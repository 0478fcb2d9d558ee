package io.pilotage.identity.web;

import io.pilotage.identity.DemoUsers;
import io.pilotage.identity.WithoutKeycloak;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The login page of the embedded default; it shows the demo users only where they exist. */
@Controller
@WithoutKeycloak
class LoginPage {

    private final ObjectProvider<DemoUsers> demoUsers;

    LoginPage(ObjectProvider<DemoUsers> demoUsers) {
        this.demoUsers = demoUsers;
    }

    @GetMapping("/login")
    String login(Model model) {
        demoUsers.ifAvailable(users -> {
            model.addAttribute("demoUsers", users.all());
            model.addAttribute("demoPassword", DemoUsers.PASSWORD);
        });
        return "site/login";
    }
}
