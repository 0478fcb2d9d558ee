package io.pilotage.site;

import io.pilotage.workflow.Faults;
import io.pilotage.workflow.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Gives a refusal and a lost race, where no page of a module says them itself, the status they deserve. */
@Component
class FaultResolver implements HandlerExceptionResolver {

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception thrown) {
        Optional<Refused> refused = Faults.refusalIn(thrown);
        if (refused.isPresent()) {
            return stop(response, status(refused.get()));
        }
        if (thrown instanceof MultipartException && !(thrown instanceof MaxUploadSizeExceededException)) {
            return stop(response, HttpStatus.BAD_REQUEST);
        }
        return Faults.isConflict(thrown) ? stop(response, HttpStatus.CONFLICT) : null;
    }

    /** What a rule forbids is said to people as what they may not. */
    private static HttpStatus status(Refused refused) {
        return refused.ground() == Refused.Ground.RULE
                ? HttpStatus.FORBIDDEN
                : HttpStatus.valueOf(refused.ground().status());
    }

    private static ModelAndView stop(HttpServletResponse response, HttpStatus status) {
        try {
            response.sendError(status.value());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        return new ModelAndView();
    }
}
