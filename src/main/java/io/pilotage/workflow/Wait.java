package io.pilotage.workflow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person waits for somebody or something: the only thing that stops a deadline's clock.
 *
 * @param reason code of the taxonomy of reasons, for example {@code data}
 * @param forWhom whom or what is waited for, in the person's words
 * @param by id of the person who said so
 */
public record Wait(String reason, String forWhom, @Nullable String note, String by, Instant since) {}
