/**
 * The verifier: says of a dossier, and of the whole trail, whether anything was changed since it was written.
 *
 * <p>Plain Java without a framework, a network or a database, so that an auditor can read all of it in an hour. Begin with
 * {@link io.pilotage.verify.ChainCheck}: an entry is a line of canonical JSON (RFC 8785) that names its chain, its number
 * and the SHA-256 of the entry before it. {@link io.pilotage.verify.Merkle} then ties the entries to a tree (RFC 6962)
 * whose root is signed (Ed25519) in a {@link io.pilotage.verify.Checkpoint}.
 */
@NullMarked
@ApplicationModule(
        displayName = "Verifier",
        allowedDependencies = {})
package io.pilotage.verify;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
