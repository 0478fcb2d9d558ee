package io.pilotage.testing;

import com.sun.net.httpserver.HttpServer;
import io.pilotage.Pilotage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.operaton.bpm.engine.impl.util.ClockUtil;

/**
 * The product on a later day: its clock is ahead by the milliseconds of the variable {@code AHEAD}. Where
 * {@code CLOCK_PORT} names a port, its clock is moved on while it runs, by a call to {@code /<milliseconds>} there.
 */
public final class LaterPilotage {

    private LaterPilotage() {}

    public static void main(String[] arguments) throws IOException {
        ClockUtil.offset(Long.parseLong(System.getenv("AHEAD")));
        String port = System.getenv("CLOCK_PORT");
        if (port != null) {
            listen(Integer.parseInt(port));
        }
        Pilotage.main(arguments);
    }

    private static void listen(int port) throws IOException {
        HttpServer clock = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        clock.createContext("/", exchange -> {
            ClockUtil.offset(Long.parseLong(exchange.getRequestURI().getPath().substring(1)));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        clock.start();
    }
}
