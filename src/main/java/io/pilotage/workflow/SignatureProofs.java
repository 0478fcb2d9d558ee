package io.pilotage.workflow;

/** Where the door asks whether the person who completes a deciding task has just shown who they are. */
public interface SignatureProofs {

    /**
     * Uses the proof up, in the transaction that completes the task: what is undone leaves the proof as it was.
     *
     * @throws SignatureMissing when there is none, or it is too old
     */
    SignatureProof take(String engineTaskId, String person);
}
