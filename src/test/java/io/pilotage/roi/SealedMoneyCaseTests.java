package io.pilotage.roi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pilotage.adoption.Agreements;
import io.pilotage.adoption.MoneyPromise;
import io.pilotage.audit.TrailChecks;
import io.pilotage.dossier.Dossiers;
import io.pilotage.pilot.defence.LimitWatch;
import io.pilotage.pilot.defence.WatchedLimit;
import io.pilotage.seal.Seal;
import io.pilotage.seal.SealKind;
import io.pilotage.seal.SealReading;
import io.pilotage.seal.Seals;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import io.pilotage.verify.DossierCheck;
import io.pilotage.workflow.ServiceStep;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.SimpleJdbcInsert;

/** What a money case promises is frozen before anybody signs it, and results are judged against nothing else. */
@PilotageTest
class SealedMoneyCaseTests {

    private static final List<SealKind> PARTS =
            List.of(SealKind.BASELINE, SealKind.MONEY_HYPOTHESIS, SealKind.KILL_CRITERIA, SealKind.DECISION_CONTRACT);

    @Autowired
    Cases cases;

    @Autowired
    Seals seals;

    @Autowired
    SealReading reading;

    @Autowired
    TrailChecks whole;

    @Autowired
    LimitWatch limits;

    @Autowired
    Agreements agreements;

    @Autowired
    Dossiers dossiers;

    @Autowired
    @Qualifier("judgeLimit") ServiceStep judgeLimit;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource database;

    private String pilot;

    @BeforeEach
    void putToSignature() {
        pilot = MoneyCaseDrive.toSignatures(cases);
    }

    @Test
    void everyPartIsSealedBeforeItIsSignedAndSignedByName() {
        assertThat(seals.of(pilot)).extracting(Seal::kind).containsExactlyInAnyOrderElementsOf(PARTS);
        assertThat(seals.signed(pilot, SealKind.MONEY_HYPOTHESIS)).isEmpty();
        assertThat(signersOf(SealKind.DECISION_CONTRACT)).containsExactly("decision-owner");
        MoneyCaseDrive.sign(cases, pilot, Map.of("decision", "go"));
        for (SealKind kind : PARTS) {
            assertThat(seals.signed(pilot, kind)).as(kind.code()).isPresent();
            assertThat(signersOf(kind)).contains("finance-partner-2", "bu-sponsor");
        }
    }

    @Test
    void aReworkSealsAnewOnlyWhatChangedAndSaysWhoAskedForIt() {
        cases.complete(
                pilot,
                "signRoi",
                "finance-partner-2",
                Map.of("decision", "rework", "reasonCode", "value", "reason", "The likely amount is too low"));
        cases.complete(pilot, "signRoi", "bu-sponsor", Map.of("decision", "go"));
        MoneyCaseDrive.state(cases, pilot, Map.of("p50", 95000), Map.of());
        assertThat(versions(SealKind.MONEY_HYPOTHESIS)).hasSize(2);
        assertThat(versions(SealKind.BASELINE)).hasSize(1);
        assertThat(versions(SealKind.DECISION_CONTRACT))
                .as("signed again, word for word")
                .hasSize(1);
        Seal before = versions(SealKind.MONEY_HYPOTHESIS).get(0);
        Seal after = versions(SealKind.MONEY_HYPOTHESIS).get(1);
        assertThat(after.previous()).isEqualTo(before.sha256());
        assertThat(reading.origin(after).requesters()).containsExactly("finance-partner-2");
        assertThat(reading.origin(after).reason()).isEqualTo("The likely amount is too low");
        assertThat(reading.compare(before, after))
                .filteredOn(SealReading.Pair::changed)
                .extracting(pair -> String.join("/", pair.way()))
                .contains("p50", "figures/p50", "figures/netValue")
                .doesNotContain("p10", "benefitOwner", "cost/costOwner");
    }

    @Test
    void aSealedTextThatWasChangedIsFoundAndNothingIsJudgedAgainstIt() {
        MoneyCaseDrive.sign(cases, pilot, Map.of("decision", "go"));
        assertThat(findings()).isEmpty();
        String text =
                seals.latest(pilot, SealKind.MONEY_HYPOTHESIS).orElseThrow().content();
        tamper(text.replace("90000", "10000"), "sha256");
        try {
            assertThat(findings()).anyMatch(finding -> finding.contains("is not what its entry says"));
            assertThatThrownBy(() -> agreements.promise(pilot)).hasMessageContaining("seal.broken");
            tamper(text.replace("90000", "10000"), "sha2(content, 256)");
            assertThat(findings())
                    .anyMatch(finding -> finding.contains("its entry"))
                    .anyMatch(finding -> finding.contains("the seal of this entry is missing"));
            assertThatThrownBy(() -> agreements.promise(pilot)).hasMessageContaining("seal.broken");
        } finally {
            tamper(text, "sha2(content, 256)");
        }
    }

    /** Rows that make an unsigned text a signed one, or an approval that no longer counts one that does. */
    @Test
    void aSignatureOrAnApprovalThatTheTrailDoesNotKnowIsFoundAndSoIsOneThatIsMissing() {
        MoneyCaseDrive.sign(cases, pilot, Map.of("decision", "go"));
        putBackAfter(List.of("seal", "seal_signature", "approval_seen", "approval_stale"), () -> {
            update(
                    "update seal set sealed_at = sealed_at - interval 1 day where kind = 'KILL_CRITERIA' and pilot_key = ?");
            update("insert into seal_signature (pilot_key, kind, version, entry_number, meaning, signed_at)"
                    + " select pilot_key, kind, version, entry_number, 'gate.G9', sealed_at from seal"
                    + " where kind = 'BASELINE' and pilot_key = ?");
            update("delete from seal_signature where meaning = 'contract' and pilot_key = ?");
            update(
                    "update approval_seen set sha256 = repeat('0', 64), fields = 'null' where approval = 'gate.G2' and pilot_key = ?");
            update("insert into approval_stale (pilot_key, approval, approval_number, changed, entry_number)"
                    + " select pilot_key, approval, approval_number, 'baseline.value', entry_number"
                    + " from approval_seen where approval = 'gate.G2' and approval_number = 1 and pilot_key = ?");
            assertThat(findings())
                    .anyMatch(finding -> finding.contains("the signature under a seal (baseline, 1, gate.G9, "))
                    .anyMatch(finding -> finding.contains("the seal (kill-criteria, 1, "))
                    .anyMatch(finding -> finding.contains(
                            "the signature under a seal of this entry is missing (decision-contract, 1, contract, "))
                    .anyMatch(finding -> finding.contains("the approval (gate.G2, 1, 000"))
                    .anyMatch(finding -> finding.contains(
                            "the note that an approval no longer counts (gate.G2, 1, baseline.value) is not"));
        });
        assertThat(findings()).isEmpty();
    }

    @Test
    void thePromiseIsReadFromTheSealWhateverItsRowSays() {
        MoneyCaseDrive.sign(cases, pilot, Map.of("decision", "go"));
        jdbc.sql("update money_promise set p50 = 1, cost_per_year = 1 where pilot_key = ?")
                .param(pilot)
                .update();
        assertThat(agreements.promise(pilot).map(MoneyPromise::p50).orElseThrow())
                .isEqualByComparingTo("90000");
        assertThat(agreements.promise(pilot).map(MoneyPromise::costPerYear).orElseThrow())
                .isGreaterThan(BigDecimal.TEN);
    }

    @Test
    void aLimitThatWasChangedAfterwardsJudgesNothing() {
        MoneyCaseDrive.sign(cases, pilot, Map.of("decision", "go"));
        WatchedLimit limit = limits.of(pilot).get(0);
        LocalDate today = LocalDate.now();
        LocalDate countsFrom = limit.dueOn();
        limits.measured(pilot, limit.metric(), limit.threshold(), today);
        jdbc.sql("update watched_limit set threshold = threshold - 1 where id = ?")
                .param(limit.id())
                .update();
        assertThatThrownBy(() -> limits.measured(pilot, limit.metric(), limit.threshold(), today))
                .hasMessageContaining("notAsSealed");
        assertThatThrownBy(() -> limits.read(limit.id(), limit.threshold(), today))
                .hasMessageContaining("notAsSealed");
        assertThatThrownBy(() -> judgeLimit.run(pilot, Map.of("limitId", limit.id())))
                .hasMessageContaining("notAsSealed");
        jdbc.sql("update watched_limit set threshold = threshold + 1, counts_from = '2090-01-31' where id = ?")
                .param(limit.id())
                .update();
        assertThatThrownBy(() -> judgeLimit.run(pilot, Map.of("limitId", limit.id())))
                .hasMessageContaining("notAsSealed");
        jdbc.sql("update watched_limit set counts_from = ? where id = ?")
                .params(countsFrom, limit.id())
                .update();
        assertThat(judgeLimit.run(pilot, Map.of("limitId", limit.id()))).containsEntry("limitKept", true);
    }

    @Test
    void theDossierHoldsTheSealsAndTheVerifierPassesIt() {
        MoneyCaseDrive.sign(cases, pilot, Map.of("decision", "go"));
        byte[] dossier = dossiers.pack(pilot, "audit-read");
        assertThat(DossierCheck.check(dossier, null).findings()).isEmpty();
        String all = new String(dossier, StandardCharsets.UTF_8);
        for (SealKind kind : PARTS) {
            assertThat(all).contains(seals.signed(pilot, kind).orElseThrow().content());
        }
    }

    private List<Seal> versions(SealKind kind) {
        return seals.of(pilot).stream().filter(seal -> seal.kind() == kind).toList();
    }

    private List<String> signersOf(SealKind kind) {
        return seals.signatures(pilot).stream()
                .filter(signature -> signature.kind() == kind)
                .flatMap(signature -> reading.signers(signature).stream())
                .toList();
    }

    /** Of this pilot, by the check of the whole trail. */
    private List<String> findings() {
        return whole.run("audit-read").findings().stream()
                .map(Object::toString)
                .filter(finding -> finding.startsWith(pilot + ","))
                .toList();
    }

    private void update(String sql) {
        jdbc.sql(sql).param(pilot).update();
    }

    /** Other tests have the whole trail checked as well. */
    private void putBackAfter(List<String> tables, Runnable tampering) {
        Map<String, List<Map<String, Object>>> rows = new HashMap<>();
        tables.forEach(table -> rows.put(
                table,
                jdbc.sql("select * from " + table + " where pilot_key = ?")
                        .param(pilot)
                        .query()
                        .listOfRows()));
        try {
            tampering.run();
        } finally {
            rows.forEach((table, before) -> {
                update("delete from " + table + " where pilot_key = ?");
                before.forEach(row ->
                        new SimpleJdbcInsert(database).withTableName(table).execute(row));
            });
        }
    }

    /** The database's owner can do that; the product's user may not even update here. */
    private void tamper(String content, String hash) {
        jdbc.sql("update seal set content = ?, sha256 = " + hash + " where pilot_key = ? and kind = 'MONEY_HYPOTHESIS'")
                .params(content, pilot)
                .update();
    }
}
