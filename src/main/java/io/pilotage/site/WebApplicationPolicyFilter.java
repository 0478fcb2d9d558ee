package io.pilotage.site;

import io.pilotage.identity.FormTargets;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.security.crypto.keygen.Base64StringKeyGenerator;
import org.springframework.security.crypto.keygen.StringKeyGenerator;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Gives every page of the engine's web applications a content security policy with a nonce of its own. The engine's own
 * filter keeps the nonce for all requests in one place, so two people who open a page in the same moment get pages
 * whose scripts are blocked; it is switched off in favour of this one.
 */
@Component
class WebApplicationPolicyFilter extends OncePerRequestFilter {

    private static final String POLICY = "default-src 'self'; script-src 'nonce-%s' 'strict-dynamic' 'unsafe-eval';"
            + " style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; object-src 'none';"
            + " base-uri 'self'; form-action %s; frame-ancestors 'none'";

    private final StringKeyGenerator nonces = new Base64StringKeyGenerator();
    private final FormTargets formTargets;

    WebApplicationPolicyFilter(FormTargets formTargets) {
        this.formTargets = formTargets;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI()
                .substring(request.getContextPath().length())
                .startsWith("/operaton/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String nonce = nonces.generateKey();
        response.setHeader("Content-Security-Policy", POLICY.formatted(nonce, formTargets.sources()));
        if (!isPage(request)) {
            chain.doFilter(request, response);
            return;
        }
        var page = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, page);
        String type = page.getContentType();
        if (type != null && type.startsWith("text/html") && page.getContentSize() > 0) {
            String html = new String(page.getContentAsByteArray(), StandardCharsets.UTF_8);
            page.resetBuffer();
            page.getOutputStream()
                    .write(html.replace("<script", "<script nonce=\"" + nonce + "\"")
                            .getBytes(StandardCharsets.UTF_8));
        }
        page.copyBodyToResponse();
    }

    /** The pages have a path that ends in a slash; everything else is a file or a call. */
    private static boolean isPage(HttpServletRequest request) {
        return request.getRequestURI().endsWith("/");
    }
}
