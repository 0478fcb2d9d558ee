package io.pilotage.dossier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pilotage.dossier.Export.Kind;
import io.pilotage.dossier.Exports.Claim;
import io.pilotage.pilot.CaseWords;
import io.pilotage.portfolio.DatabaseAway;
import io.pilotage.verify.Sha256;
import io.pilotage.workflow.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the part of one pilot at a time, and the whole when all parts are there. */
@Component
class ExportStep {

    private static final Logger LOG = LoggerFactory.getLogger(ExportStep.class);
    private static final int LONGEST_PROBLEM = 500;

    private final Exports exports;
    private final ExportManagement management;
    private final Dossiers dossiers;
    private final BoardPack boardPack;
    private final CaseWords words;
    private final ObjectMapper json;
    private final Clock clock;
    private final TransactionTemplate transaction;

    ExportStep(
            Exports exports,
            ExportManagement management,
            Dossiers dossiers,
            BoardPack boardPack,
            CaseWords words,
            ObjectMapper json,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.exports = exports;
        this.management = management;
        this.dossiers = dossiers;
        this.boardPack = boardPack;
        this.words = words;
        this.json = json;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What is to be done after a step. */
    enum Next {
        /** The next pilot waits. */
        STEP,
        /** Another node has the last pilots; whatever it leaves is taken up later. */
        WAIT,
        NOTHING
    }

    /** Takes the next pilot, or ends the export when none is left. */
    Next step(String id) {
        Optional<Export> running = exports.find(id).filter(Export::isRunning);
        if (running.isEmpty()) {
            return Next.NOTHING;
        }
        Export export = running.get();
        Optional<Claim> claim = Optional.ofNullable(
                transaction.execute(status -> exports.claim(id, clock.instant()).orElse(null)));
        if (claim.isPresent()) {
            make(export, claim.get());
            return Next.STEP;
        }
        if (exports.isOpen(id)) {
            return Next.WAIT;
        }
        end(export);
        return Next.NOTHING;
    }

    private void end(Export export) {
        byte[] whole;
        try {
            whole = export.kind() == Kind.BOARD_PACK ? boardPack.pdf(summaries(export.id()), export) : new byte[0];
        } catch (RuntimeException wrong) {
            DatabaseAway.throwIf(wrong);
            LOG.error("The export {} cannot be made", export.id(), wrong);
            transaction.executeWithoutResult(status -> management.giveUp(export));
            return;
        }
        transaction.executeWithoutResult(status -> management.end(export, whole));
    }

    private void make(Export export, Claim claim) {
        try {
            if (export.kind() == Kind.BOARD_PACK) {
                byte[] summary = json.writeValueAsBytes(dossiers.summary(claim.pilotKey(), export.language()));
                transaction.executeWithoutResult(
                        status -> exports.settle(export.id(), claim, "DONE", summary, Sha256.hex(summary), null));
            } else {
                Dossiers.Packed packed = dossiers.archive(claim.pilotKey());
                byte[] small = Zipped.shrink(packed.archive());
                transaction.executeWithoutResult(status -> {
                    if (exports.settle(export.id(), claim, "DONE", small, packed.sha256(), null)) {
                        dossiers.handedOut(claim.pilotKey(), export.askedBy(), packed);
                    }
                });
            }
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        } catch (RuntimeException wrong) {
            DatabaseAway.throwIf(wrong);
            LOG.warn("The export {} leaves out {}", export.id(), claim.pilotKey(), wrong);
            String why = Language.speak(
                    Locale.ENGLISH,
                    () -> wrong instanceof Refused refused
                            ? words.say(refused.messageKey(), refused.arguments())
                            : words.say("dossier.export.leftOut", clock.instant()));
            transaction.executeWithoutResult(status -> exports.settle(
                    export.id(),
                    claim,
                    "FAILED",
                    null,
                    null,
                    why.substring(0, Math.min(why.length(), LONGEST_PROBLEM))));
        }
    }

    private List<CaseSummary> summaries(String id) {
        return exports.parts(id).stream()
                .filter(part -> part.problem() == null)
                .map(part -> {
                    try {
                        return json.readValue(exports.content(id, part.position()), CaseSummary.class);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .toList();
    }
}
