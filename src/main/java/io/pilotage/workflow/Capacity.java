package io.pilotage.workflow;

import org.jspecify.annotations.Nullable;

/**
 * In what capacity a person acts on a task.
 *
 * @param role group in whose name the person acts
 * @param onBehalfOf the accountable person somebody else acts for, else null
 */
record Capacity(String role, @Nullable String onBehalfOf) {}
