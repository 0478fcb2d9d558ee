package io.pilotage.table;

import org.jspecify.annotations.Nullable;

/** Keeps a spreadsheet from running what a cell says: text that begins like a formula gets an apostrophe in front. */
public final class FormulaGuard {

    private FormulaGuard() {}

    public static String text(@Nullable String value) {
        if (value == null || value.isEmpty()) {
            return "";
        }
        String even = value.stripLeading();
        char first = even.isEmpty() ? ' ' : even.charAt(0);
        return "=+-@|%＝＋－＠".indexOf(first) >= 0 || value.charAt(0) == '\t' || value.charAt(0) == '\r'
                ? "'" + value
                : value;
    }
}
