package io.pilotage.site;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.TreeMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Gives our additions to the task list their language and their texts, from the same message file as the pages. */
@RestController
class TasklistWordsController {

    private static final String PREFIX = "site.";

    @GetMapping("/api/tasklist/words")
    Words words(Locale locale) {
        var bundle = ResourceBundle.getBundle(
                "messages/site", locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        var words = new TreeMap<String, String>();
        bundle.keySet().stream()
                .filter(key -> key.matches("site\\.(product|(tasklist|phase|tier|reason|nav|role)\\..+)"))
                .forEach(key -> words.put(key.substring(PREFIX.length()), bundle.getString(key)));
        return new Words(locale.getLanguage(), words);
    }

    /**
     * The texts of the person's language.
     *
     * @param words text by message key without {@code site.}
     */
    record Words(String language, Map<String, String> words) {}
}
