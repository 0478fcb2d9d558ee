package io.pilotage.portfolio.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/** An upload that was too big to be read: to the pages it is a question for the page it came from, and why. */
class UnreadUpload extends HttpServletRequestWrapper {

    /** Set on such a request. */
    static final String MARK = "portfolio.unreadUpload";

    UnreadUpload(HttpServletRequest upload) {
        super(upload);
        setAttribute(MARK, true);
    }

    @Override
    public String getMethod() {
        return HttpMethod.GET.name();
    }

    @Override
    public @Nullable String getContentType() {
        return null;
    }

    @Override
    public int getContentLength() {
        return 0;
    }

    @Override
    public long getContentLengthLong() {
        return 0;
    }

    @Override
    public Collection<Part> getParts() {
        return List.of();
    }

    @Override
    public @Nullable Part getPart(String name) {
        return null;
    }
}
