package io.pilotage.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilotage.verify.Sha256;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Slice;

/** What the trail keeps, and what it does not. */
class TrailTests extends TrailAlone {

    @Test
    void entryIsReadAsItWasWritten() {
        TrailEntry written = entry(pilot, "anna", "completed")
                .as("bu-sponsor", "bert")
                .phase("discovery")
                .element("discovery", 3, "decideCharter")
                .form("decideCharter", "9f86d081")
                .sentence("trail.completed.charter")
                .argument("task", "Decide the charter")
                .argument("answer", "go 🚢")
                .details(Map.of("decision", "go"))
                .build();
        append(written);

        RecordedEntry recorded =
                trail.of(pilot, TrailFilter.ALL, ALL).getContent().get(0);
        assertThat(recorded.entry()).isEqualTo(written);
        assertThat(recorded.number()).isEqualTo(1);
        assertThat(recorded.entry().at()).isEqualTo("2026-03-06T12:00:01Z");
        assertThat(List.copyOf(recorded.entry().arguments().keySet())).containsExactly("task", "answer");
    }

    @Test
    void entryWithTheLeastIsKept() {
        append(entry(pilot, TrailEntry.PRODUCT, "escalated").build());
        TrailEntry read = only(pilot).entry();
        assertThat(read.role()).isNull();
        assertThat(read.sentenceKey()).isEqualTo("trail.escalated");
        assertThat(read.details()).isEmpty();
    }

    @Test
    void detailsOfEverySortAreKept() {
        Map<String, Object> answers = new HashMap<>();
        answers.put("amount", new BigDecimal("1250000.5"));
        answers.put("measuredOn", LocalDate.of(2026, 3, 1));
        answers.put("until", Instant.parse("2026-03-01T10:00:00Z"));
        answers.put("agreed", true);
        answers.put("comment", null);
        answers.put("criterion", List.of(Map.of("metric", "Durchlaufzeit", "threshold", 12)));
        append(entry(pilot, TrailEntry.PRODUCT, "completed").details(answers).build());

        Map<String, Object> kept = new HashMap<>(answers);
        kept.put("measuredOn", "2026-03-01");
        kept.put("until", "2026-03-01T10:00:00Z");
        assertThat(details(only(pilot))).isEqualTo(kept);
    }

    @Test
    void longDetailsAreKept() {
        String text = "Ü".repeat(200_000);
        append(entry(pilot, TrailEntry.PRODUCT, "completed")
                .details(Map.of("text", text))
                .build());
        assertThat(details(only(pilot))).containsEntry("text", text);
    }

    @Test
    void numberThatJsonCannotHoldIsKeptExactlyAsText() {
        append(entry(pilot, TrailEntry.PRODUCT, "completed")
                .details(Map.of("amount", new BigDecimal("12345678901234567890.12")))
                .build());
        assertThat(details(only(pilot))).containsEntry("amount", "12345678901234567890.12");
    }

    /** Half a character, as a program can send it, is no text: a question mark stands in its place, and the chain holds. */
    @Test
    void halfACharacterBecomesAQuestionMark() {
        append(entry(pilot, "anna", "completed")
                .words("note", "half \ud83d")
                .details(Map.of("answer", "\ude00 half"))
                .build());
        assertThat(only(pilot).entry().arguments()).containsEntry("note", "half ?");
        assertThat(details(only(pilot))).containsEntry("answer", "? half");
        assertThat(StoredChains.check(jdbc, "chain = '" + pilot + "'").problems())
                .isEmpty();
    }

    @Test
    void sameDetailsAreTheSameContentInWhateverOrder() {
        append(entry(pilot, TrailEntry.PRODUCT, "completed")
                .details(Map.of("a", 1))
                .details(Map.of("b", 2))
                .build());
        append(entry(pilot, TrailEntry.PRODUCT, "completed")
                .details(Map.of("b", 2))
                .details(Map.of("a", 1))
                .build());
        append(entry(pilot, TrailEntry.PRODUCT, "completed")
                .details(Map.of("b", 2))
                .details(Map.of("a", 3))
                .build());
        List<String> contents = jdbc.sql("select content from trail_entry where chain = ? order by entry_number")
                .param(pilot)
                .query(String.class)
                .list();
        assertThat(contents.get(0)).contains("\"details\":{\"a\":1,\"b\":2}");
        assertThat(contents.get(1)).contains("\"details\":{\"a\":1,\"b\":2}");
        assertThat(contents.get(2)).contains("\"details\":{\"a\":3,\"b\":2}");
    }

    @Test
    void eachEntryNamesTheHashOfTheOneBefore() {
        append(entry(pilot, "anna", "claimed").build());
        append(entry(pilot, "anna", "completed").build());
        List<RecordedEntry> entries = trail.of(pilot, TrailFilter.ALL, ALL).getContent();
        String second = jdbc.sql("select content from trail_entry where chain = ? and entry_number = 2")
                .param(pilot)
                .query(String.class)
                .single();
        assertThat(second).contains("\"previous\":\"" + entries.get(1).hash() + "\"");
        assertThat(entries.get(0).hash()).isEqualTo(Sha256.hex(second));
    }

    @Test
    void whoSomebodyIsAndWhatTheyWroteLiesApart() {
        append(entry(pilot, "anna", "completed")
                .as("bu-sponsor", "bert")
                .persons("told", List.of("carl", "dora"))
                .words("note", "Carl is ill")
                .details(Map.of("rows", List.of(Map.of("reason", Personal.words("ask Dora", "anna")))))
                .build());
        String content = jdbc.sql("select content from trail_entry where chain = ?")
                .param(pilot)
                .query(String.class)
                .single();
        assertThat(content).doesNotContainIgnoringCase("anna", "bert", "carl", "dora");
        TrailEntry read = only(pilot).entry();
        assertThat(read.arguments())
                .containsEntry("told", List.of("carl", "dora"))
                .containsEntry("note", "Carl is ill");
        assertThat(read.details()).containsEntry("rows", List.of(Map.of("reason", "ask Dora")));

        jdbc.sql("delete from trail_personal where chain = ? and field <> 'details/rows/0/reason'")
                .param(pilot)
                .update();
        assertThat(only(pilot).entry().actor()).isEqualTo(TrailEntry.ERASED);
        assertThat(only(pilot).entry().details()).containsEntry("rows", List.of(Map.of("reason", "ask Dora")));
    }

    @Test
    void entriesAreFoundByWhatTheyAreAbout() {
        append(entry(pilot, "anna", "claimed")
                .as("bu-sponsor", null)
                .phase("discovery")
                .element(null, null, "decideCharter")
                .build());
        append(entry(pilot, "anna", "completed")
                .as("bu-sponsor", null)
                .phase("discovery")
                .element(null, null, "decideCharter")
                .build());
        append(entry(pilot, "bert", "completed")
                .as("finance-partner", null)
                .phase("roiSignOff")
                .element(null, null, "signRoi")
                .build());
        append(entry(pilot + "other", "anna", "completed").build());

        assertThat(kinds(trail.of(pilot, TrailFilter.ALL, ALL))).containsExactly("completed", "completed", "claimed");
        assertThat(kinds(trail.of(pilot, TrailFilter.ALL.ofKinds("claimed", "held"), ALL)))
                .containsExactly("claimed");
        assertThat(trail.of(pilot, TrailFilter.ALL.by("anna"), ALL)).hasSize(2);
        assertThat(trail.of(pilot, TrailFilter.ALL.inPhase("roiSignOff").by("bert"), ALL))
                .hasSize(1);
        assertThat(trail.of(pilot, TrailFilter.ALL.at("decideCharter").ofKinds("completed"), ALL))
                .hasSize(1);
        assertThat(trail.of(pilot, TrailFilter.ALL.by("' or 1 = 1 --"), ALL)).isEmpty();
    }

    @Test
    void longTrailIsReadInPages() {
        for (int i = 0; i < 5; i++) {
            append(entry(pilot, TrailEntry.PRODUCT, "completed").build());
        }
        Slice<RecordedEntry> first = trail.of(pilot, TrailFilter.ALL, PageRequest.of(0, 2));
        Slice<RecordedEntry> last = trail.of(pilot, TrailFilter.ALL, PageRequest.of(2, 2));
        assertThat(first.map(RecordedEntry::number)).containsExactly(5L, 4L);
        assertThat(first.hasNext()).isTrue();
        assertThat(last.map(RecordedEntry::number)).containsExactly(1L);
        assertThat(last.hasNext()).isFalse();
    }

    @Test
    void keysThatDifferOnlyInCaseAreDifferentCases() {
        append(entry(pilot + "a", TrailEntry.PRODUCT, "completed").build());
        assertThat(trail.of(pilot + "A", TrailFilter.ALL, ALL)).isEmpty();
    }
}
