package io.pilotage.site;

import io.pilotage.identity.People;
import io.pilotage.site.PageFrame.LanguageLink;
import io.pilotage.site.PageFrame.Visitor;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Gives every page the model attribute {@code frame} that the layout reads. */
@ControllerAdvice(annotations = Controller.class)
class PageFrameAdvice {

    private static final String ROLE = "ROLE_";

    private final People people;

    PageFrameAdvice(People people) {
        this.people = people;
    }

    @ModelAttribute("frame")
    PageFrame frame(HttpServletRequest request, Locale locale) {
        return new PageFrame(visitor(), path(request), languages(request, locale));
    }

    private List<Visitor> visitor() {
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        if (person == null || !person.isAuthenticated() || person instanceof AnonymousAuthenticationToken) {
            return List.of();
        }
        var roles = person.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .map(role -> role.startsWith(ROLE) ? role.substring(ROLE.length()) : role)
                .distinct()
                .sorted()
                .toList();
        return List.of(new Visitor(people.nameOf(person.getName()), roles));
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    /** On an error page there is nothing to translate in place: the link leads to the start. */
    private static List<LanguageLink> languages(HttpServletRequest request, Locale locale) {
        boolean error = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) != null;
        return LanguageConfiguration.LANGUAGES.stream()
                .map(Locale::getLanguage)
                .map(code -> new LanguageLink(
                        code,
                        error ? request.getContextPath() + "/?lang=" + code : translated(request, code),
                        code.equals(locale.getLanguage())))
                .toList();
    }

    private static String translated(HttpServletRequest request, String code) {
        var page = ServletUriComponentsBuilder.fromRequest(request)
                .replaceQueryParam("lang", code)
                .build();
        return page.getPath() + "?" + page.getQuery();
    }
}
