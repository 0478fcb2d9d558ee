package io.pilotage.dossier;

import io.pilotage.audit.ChainExport;
import io.pilotage.audit.ChainExport.Segment;
import io.pilotage.audit.RecordedEntry;
import io.pilotage.audit.Trail;
import io.pilotage.audit.TrailEntry;
import io.pilotage.audit.Undertaking;
import io.pilotage.pilot.Pilot;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.verify.Archive;
import io.pilotage.verify.DossierFiles;
import io.pilotage.verify.Sha256;
import io.pilotage.workflow.Refused;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Packs the dossier of a case and records that it was handed out. */
@Service
public class Dossiers {

    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

    private static final String READ_ME = """
            This is the dossier of one case. To check that nothing was changed since it was written:

                java -jar pilotage-verify.jar <this archive> --key <id of the key, as the operator publishes it>

            Better than the verifier in here is one that you fetched yourself. It needs a JDK 17 and no network. Keep this
            archive: with --since <this archive> the verifier holds every later dossier of the case against it.

            dossier-en.pdf   the case to read, and dossier-de.pdf the same in German
            trail.txt        the chain: per line the SHA-256 of an entry and the entry, canonical JSON (RFC 8785)
            personal.json    names and words that entries commit to by a salted hash
            data/            the same and the state of the case, easy to read for programs
            models/ forms/ tables/   the very versions that were in force
            checkpoint.json  the signed root of the tree that holds the chain (RFC 6962, Ed25519)
            proofs.json      the way from the entries to that root
            keys.json        public keys
            manifest.json    hashes of all files; manifest.sig is its signature
            """;

    private final PilotManagement pilots;
    private final ChainExport chains;
    private final CaseData data;
    private final ModelsInForce models;
    private final CaseDocument document;
    private final VerifierJar verifier;
    private final Trail trail;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Dossiers(
            PilotManagement pilots,
            ChainExport chains,
            CaseData data,
            ModelsInForce models,
            CaseDocument document,
            VerifierJar verifier,
            Trail trail,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.pilots = pilots;
        this.chains = chains;
        this.data = data;
        this.models = models;
        this.document = document;
        this.verifier = verifier;
        this.trail = trail;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * A dossier that is not handed out yet.
     *
     * @param entries of the trail that it holds
     */
    record Packed(byte[] archive, int entries) {

        String sha256() {
            return Sha256.hex(archive);
        }
    }

    /**
     * The archive: the same bytes each time for a case that no longer changes. Who has taken it with them is recorded
     * outside of the case's own chain, for that very reason.
     *
     * @param reader id of the person who takes it; the caller has made sure that they may see the case
     * @throws Refused when nothing was ever written on the case
     */
    public byte[] pack(String pilotKey, String reader) {
        Packed packed = archive(pilotKey);
        transaction.executeWithoutResult(status -> handedOut(pilotKey, reader, packed));
        return packed.archive();
    }

    /** Records in the caller's transaction that a person takes a dossier with them. */
    void handedOut(String pilotKey, String reader, Packed packed) {
        trail.append(TrailEntry.of(Undertaking.EXPORT.chain(pilotKey), clock.instant(), reader, "dossierExported")
                .argument("case", pilotKey)
                .details(Map.of("sha256", packed.sha256(), "entries", packed.entries()))
                .build());
    }

    /** What a board reads of the case. @throws Refused when nothing was ever written on it */
    CaseSummary summary(String pilotKey, Locale language) {
        Pilot pilot = pilots.get(pilotKey);
        List<RecordedEntry> entries = chain(pilotKey).readable();
        return document.summary(pilot, entries, models.of(entries), language);
    }

    /** @throws Refused when nothing was ever written on the case */
    Packed archive(String pilotKey) {
        Pilot pilot = pilots.get(pilotKey);
        Segment chain = chain(pilotKey);
        List<RecordedEntry> entries = chain.readable();
        ModelsInForce.Found rules = models.of(entries);
        TreeMap<String, byte[]> files = new TreeMap<>(rules.files());
        for (Locale language : LANGUAGES) {
            files.put("dossier-" + language.getLanguage() + ".pdf", document.pdf(pilot, entries, rules, language));
        }
        files.put("README.txt", bytes(READ_ME));
        files.put("pilotage-verify.jar", verifier.pack());
        files.put("data/case.json", Language.speak(Locale.ENGLISH, () -> json(data.of(pilot))));
        files.put("data/trail.json", json(Map.of("entries", data.of(entries))));
        files.putAll(proof(chain));
        String manifest = ChainExport.canonical(Map.of(
                "case",
                pilotKey,
                "format",
                "pilotage-dossier/1",
                "key",
                chains.keyId(),
                "files",
                files.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, file -> Sha256.hex(file.getValue())))));
        files.put(DossierFiles.MANIFEST, bytes(manifest));
        files.put(DossierFiles.SIGNATURE, bytes(chains.sign(manifest)));
        return new Packed(Archive.write(files), entries.size());
    }

    private Segment chain(String pilotKey) {
        return chains.of(pilotKey).orElseThrow(() -> new Refused("dossier.nothing", pilotKey));
    }

    private static Map<String, byte[]> proof(Segment chain) {
        Map<String, byte[]> files = new TreeMap<>();
        files.put(
                DossierFiles.TRAIL,
                bytes(chain.entries().stream()
                        .map(entry -> entry.hash() + " " + entry.content() + "\n")
                        .collect(Collectors.joining())));
        files.put(
                DossierFiles.PERSONAL,
                list(chain.personal().stream()
                        .map(apart -> Map.of(
                                "number", apart.number(),
                                "field", apart.value().field(),
                                "salt", apart.value().salt(),
                                "value", apart.value().value()))
                        .toList()));
        files.put(
                DossierFiles.CHECKPOINT,
                json(Map.of(
                        "content", chain.checkpoint().content(),
                        "signature", chain.checkpoint().signature())));
        files.put(
                DossierFiles.PROOFS,
                list(chain.proofs().stream()
                        .map(proof -> Map.of(
                                "number", proof.number(),
                                "hash", proof.hash(),
                                "index", proof.index(),
                                "path", proof.path()))
                        .toList()));
        files.put(
                DossierFiles.KEYS,
                list(chain.keys().stream()
                        .map(key -> {
                            Map<String, @Nullable Object> stated = new LinkedHashMap<>();
                            stated.put("publicKey", key.publicKey());
                            stated.put("handover", key.handover());
                            stated.put("signedByBefore", key.signedByBefore());
                            stated.put("signedByThis", key.signedByThis());
                            return stated;
                        })
                        .toList()));
        return files;
    }

    private static byte[] list(List<? extends Map<String, ?>> list) {
        return bytes(list.stream().map(ChainExport::canonical).collect(Collectors.joining(",\n", "[", "]\n")));
    }

    private static byte[] json(Map<String, ?> values) {
        return bytes(ChainExport.canonical(values));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
