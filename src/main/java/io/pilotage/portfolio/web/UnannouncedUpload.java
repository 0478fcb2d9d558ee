package io.pilotage.portfolio.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** A request that does not say how long it is: it is read up to the most that is allowed, and no byte further. */
class UnannouncedUpload extends HttpServletRequestWrapper {

    private final long most;
    private long read;

    /** @param most bytes that may come */
    UnannouncedUpload(HttpServletRequest request, long most) {
        super(request);
        this.most = most;
    }

    /** @throws MaxUploadSizeExceededException when read beyond the most */
    @Override
    public ServletInputStream getInputStream() throws IOException {
        return new Counted(super.getInputStream());
    }

    @Override
    public BufferedReader getReader() throws IOException {
        String encoding = getCharacterEncoding();
        return new BufferedReader(new InputStreamReader(
                getInputStream(), encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding)));
    }

    private int counted(int bytes) {
        read += Math.max(bytes, 0);
        if (read > most) {
            throw new MaxUploadSizeExceededException(most);
        }
        return bytes;
    }

    private final class Counted extends ServletInputStream {

        private final ServletInputStream body;

        Counted(ServletInputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            int next = body.read();
            counted(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return counted(body.read(into, offset, length));
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
