package io.pilotage.workflow;

import org.jspecify.annotations.Nullable;

/**
 * What an open task, or something else that is signed, asks its signer to sign.
 *
 * @param engineTaskId under which the proof is kept
 * @param taskId id of the user task in the model
 * @param title of the case
 * @param assignee who has the task, or null when nobody took it yet
 * @param meaning code of what the signature means, suffix of {@code signing.meaning.}
 * @param statement what the signer declares, as the form says it, in the reader's language
 * @param place where the thing itself is completed, from the root of the product
 */
public record SignatureRequest(
        String engineTaskId,
        String pilotKey,
        String processId,
        String taskId,
        String title,
        @Nullable String assignee,
        String meaning,
        String statement,
        String place) {}
