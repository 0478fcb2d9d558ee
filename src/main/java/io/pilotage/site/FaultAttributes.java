package io.pilotage.site;

import io.pilotage.identity.Role;
import io.pilotage.workflow.Faults;
import io.pilotage.workflow.RefusalSentences;
import io.pilotage.workflow.Refused;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.web.servlet.error.DefaultErrorAttributes;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.WebRequest;

/**
 * What pages and calls of ours say of anything that went wrong: a sentence, and for a fault of ours the reference under
 * which the log has the rest. Nothing else leaves.
 */
@Component
class FaultAttributes extends DefaultErrorAttributes {

    /** What the framework gives when somebody asks for the address of faults without one. */
    private static final Integer NO_FAULT = 999;

    private final MessageSource messages;
    private final ObjectProvider<RefusalSentences> refusals;

    FaultAttributes(MessageSource messages, ObjectProvider<RefusalSentences> refusals) {
        this.messages = messages;
        this.refusals = refusals;
    }

    @Override
    public Map<String, Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
        Map<String, Object> all = super.getErrorAttributes(request, ErrorAttributeOptions.defaults());
        all.replace("status", NO_FAULT, HttpStatus.NOT_FOUND.value());
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("type", "about:blank");
        said.put("title", title(all.get("status")));
        said.put("timestamp", all.get("timestamp"));
        said.put("status", all.get("status"));
        said.put("path", all.get("path"));
        Throwable thrown = getError(request);
        if (all.get("status") instanceof Integer status && status >= 500) {
            String reference = Faults.noted(
                    String.valueOf(all.get("path")),
                    thrown == null ? new IllegalStateException("Status " + status + " without an exception") : thrown);
            said.put("reference", reference);
            said.put("message", text("site.error.unexpected", reference));
        } else {
            said.put("message", sentence(all.get("status"), thrown));
        }
        refusal(thrown)
                .map(refused -> refusals.getObject().fields(refused, LocaleContextHolder.getLocale()))
                .filter(fields -> !fields.isEmpty())
                .ifPresent(fields -> said.put("fields", fields));
        said.put("detail", said.get("message"));
        said.put("instance", all.get("path"));
        return said;
    }

    private static @Nullable String title(@Nullable Object status) {
        HttpStatus known = status instanceof Integer code ? HttpStatus.resolve(code) : null;
        return known == null ? null : known.getReasonPhrase();
    }

    private String sentence(@Nullable Object status, @Nullable Throwable thrown) {
        return refusal(thrown)
                .map(refused -> refusals.getObject().of(refused, LocaleContextHolder.getLocale()))
                .orElseGet(() -> text(sentence(status)));
    }

    private static String sentence(@Nullable Object status) {
        HttpStatusCode known = HttpStatusCode.valueOf(status instanceof Integer code ? code : 400);
        return known.value() == 403 && !holdsARole() ? "site.error.noRole" : Misread.sentence(known);
    }

    private static Optional<Refused> refusal(@Nullable Throwable thrown) {
        return Optional.ofNullable(thrown).flatMap(Faults::refusalIn).or(() -> Misread.in(thrown));
    }

    /** Nobody who is not signed in is told that a role is missing. */
    private static boolean holdsARole() {
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        return person == null
                || person instanceof AnonymousAuthenticationToken
                || person.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .anyMatch(authority -> authority.startsWith("ROLE_")
                                && Role.ofGroup(authority.substring("ROLE_".length()))
                                        .isPresent());
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
