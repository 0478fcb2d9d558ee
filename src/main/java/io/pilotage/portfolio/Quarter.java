package io.pilotage.portfolio;

import java.time.LocalDate;
import java.time.LocalDateTime;

/** A quarter of a year, in UTC; written as {@code 2026-Q3}. */
public record Quarter(int year, int number) {

    public Quarter {
        if (year < 1900 || year > 9998 || number < 1 || number > 4) {
            throw new IllegalArgumentException("No quarter: " + year + "-Q" + number);
        }
    }

    /** @throws IllegalArgumentException when it is not written so */
    public static Quarter valueOf(String text) {
        if (!text.matches("\\d{4}-Q[1-4]")) {
            throw new IllegalArgumentException("No quarter: " + text);
        }
        return new Quarter(Integer.parseInt(text.substring(0, 4)), text.charAt(6) - '0');
    }

    LocalDateTime begins() {
        return LocalDate.of(year, number * 3 - 2, 1).atStartOfDay();
    }

    LocalDateTime ends() {
        return begins().plusMonths(3);
    }

    @Override
    public String toString() {
        return year + "-Q" + number;
    }
}
