package io.pilotage.businesscase.web;

import java.util.Locale;

/** Coordinates as SVG writes them in every language. */
final class Drawn {

    private Drawn() {}

    static String number(double coordinate) {
        return String.format(Locale.ROOT, "%.1f", coordinate);
    }
}
