package io.pilotage.workflow;

import java.util.Optional;

/** Something that is signed as a deciding task is, and is no task of the engine. */
public interface OtherSignatures {

    /** What is to be signed under this id by whoever asks; empty when it is not theirs, or nothing is. */
    Optional<SignatureRequest> asked(String id);
}
