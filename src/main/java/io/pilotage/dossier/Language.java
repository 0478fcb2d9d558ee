package io.pilotage.dossier;

import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.context.i18n.LocaleContextHolder;

/** Lets work speak a language that is not the reader's own. */
final class Language {

    private Language() {}

    /** Runs something that speaks this language; the language of before is put back afterwards. */
    static <T> T speak(Locale language, Supplier<T> work) {
        Locale before = LocaleContextHolder.getLocale();
        LocaleContextHolder.setLocale(language);
        try {
            return work.get();
        } finally {
            LocaleContextHolder.setLocale(before);
        }
    }
}
