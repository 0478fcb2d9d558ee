package io.pilotage.seal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One field of a sealed text.
 *
 * @param way names that lead to it; a position in a list is a number from zero
 * @param value as it stands in the text; null when it was erased with its person
 * @param personal whether it names or is about a person
 */
public record SealedLine(List<String> way, @Nullable String value, boolean personal) {}
