package io.pilotage.workflow;

import java.io.Serial;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A deciding task was handed in without a fresh proof of who signs; says where to give one. */
public class SignatureMissing extends Refused {

    @Serial
    private static final long serialVersionUID = 1L;

    private final @Nullable String place;
    private final transient @Nullable Duration newerThan;

    private SignatureMissing(
            String messageKey, @Nullable String place, @Nullable Duration newerThan, Object... arguments) {
        super(messageKey, arguments);
        this.place = place;
        this.newerThan = newerThan;
    }

    /** A person in a browser, who confirms at a page of ours. */
    public static SignatureMissing confirmAt(String messageKey, String engineTaskId) {
        String place = "/signing/" + engineTaskId;
        return new SignatureMissing(messageKey, place, null, place);
    }

    /** A program with a token for which the person signed in too long ago; it has to get a newer one (RFC 9470). */
    public static SignatureMissing signInAgain(Duration newerThan) {
        return new SignatureMissing("signing.tokenTooOld", null, newerThan, newerThan.toMinutes());
    }

    /** A program with a token of its own: behind it is nobody who could sign. */
    public static SignatureMissing nobodyThere() {
        return new SignatureMissing("signing.program", null, null);
    }

    /** The page on which the person confirms, from the root of the product; empty for programs. */
    public Optional<String> place() {
        return Optional.ofNullable(place);
    }

    /** What RFC 9470 puts into {@code WWW-Authenticate}; empty where signing in again is no way out. */
    Optional<String> challenge() {
        return Optional.ofNullable(newerThan)
                .map(age -> "Bearer error=\"insufficient_user_authentication\", max_age=\"" + age.toSeconds() + "\"");
    }
}
