package io.pilotage.site;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Lets the task list name tasks, processes and filters in the person's language. Administrators read the names as they
 * are stored, because what they read they may also save.
 */
@Component
@Order(PeopleNamesFilter.AROUND_THE_ENGINE)
class ModelNamesFilter extends OncePerRequestFilter {

    private static final Pattern NAMED =
            Pattern.compile("/operaton/api/engine/engine/[^/]+/(filter|process-definition|task)(/[^/]+)?(/list|/xml)?");

    private final LocaleResolver languages;
    private final ObjectMapper json;

    ModelNamesFilter(LocaleResolver languages, ObjectMapper json) {
        this.languages = languages;
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return !NAMED.matcher(path).matches()
                || !ModelNames.areTranslatedTo(languages.resolveLocale(request))
                || request.isUserInRole("process-admin");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, answer);
        String type = answer.getContentType();
        if (answer.getStatus() == HttpServletResponse.SC_OK
                && type != null
                && type.contains("json")
                && answer.getContentSize() > 0) {
            var content = json.readTree(answer.getContentAsByteArray());
            ModelNames.in(languages.resolveLocale(request)).translate(content);
            answer.resetBuffer();
            answer.getOutputStream().write(json.writeValueAsBytes(content));
        }
        answer.copyBodyToResponse();
    }
}
