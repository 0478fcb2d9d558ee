package io.pilotage.portfolio.web;

import io.pilotage.portfolio.Mappings;
import io.pilotage.portfolio.StoredMapping;
import io.pilotage.workflow.RefusalSentences;
import io.pilotage.workflow.Refused;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Shows mappings and lets people write their own. */
@Controller
@RequestMapping("/portfolio/import/mappings")
class MappingPages {

    private final Mappings mappings;
    private final RefusalSentences refusals;

    MappingPages(Mappings mappings, RefusalSentences refusals) {
        this.mappings = mappings;
        this.refusals = refusals;
    }

    @GetMapping("/{name}")
    String show(@PathVariable String name, Model model) {
        try {
            StoredMapping mapping = mappings.get(name);
            model.addAttribute("mapping", mapping);
            model.addAttribute("name", mapping.name());
            model.addAttribute("text", mapping.text());
            return "portfolio/mapping";
        } catch (Refused unknown) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    @PostMapping("/{old}")
    String write(
            @PathVariable String old,
            @RequestParam String name,
            @RequestParam String text,
            Principal person,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        try {
            mappings.write(name.strip(), text, person.getName());
            return "redirect:/portfolio/import";
        } catch (Refused refused) {
            String view = show(old, model);
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("refused", refusals.of(refused, locale));
            model.addAttribute("wrong", refusals.byField(refused, locale));
            model.addAttribute("name", name);
            model.addAttribute("text", text);
            return view;
        }
    }

    @PostMapping("/{name}/remove")
    String remove(@PathVariable String name) {
        mappings.remove(name);
        return "redirect:/portfolio/import";
    }
}
