package io.pilotage.verify;

/** Cuts a part out of JSON exactly as it is written: a part of canonical JSON (RFC 8785) is canonical too. */
public final class JsonPart {

    private JsonPart() {}

    /**
     * The value of a member, however deep.
     *
     * @param way names of the members that lead to it
     * @throws IllegalArgumentException when there is no such part
     */
    public static String of(String text, String... way) {
        Json json = new Json(text);
        json.blanks();
        for (String name : way) {
            enter(json, name);
        }
        int from = json.at;
        json.value(0);
        return text.substring(from, json.at);
    }

    private static void enter(Json json, String name) {
        json.expect('{');
        json.blanks();
        while (json.peek() == '"') {
            String member = json.string();
            json.blanks();
            json.expect(':');
            json.blanks();
            if (member.equals(name)) {
                return;
            }
            json.value(0);
            json.blanks();
            if (json.peek() == ',') {
                json.at++;
                json.blanks();
            }
        }
        throw json.wrong("there is no '" + name + "'");
    }
}
