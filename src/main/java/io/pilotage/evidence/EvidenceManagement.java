package io.pilotage.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import io.pilotage.audit.Trail;
import io.pilotage.audit.TrailEntry;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.table.Table;
import io.pilotage.table.TableFiles;
import io.pilotage.workflow.FieldsRefused;
import io.pilotage.workflow.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.repository.CrudRepository;
import org.springframework.data.repository.Repository;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes rows in, keeps them, and hands them out; there is no way to change or delete them. */
@Service
@Transactional
public class EvidenceManagement {

    private final EvidenceFiles files;
    private final ColumnMappings mappings;
    private final PilotManagement pilots;
    private final GenAiMetrics genAi;
    private final Trail trail;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    EvidenceManagement(
            EvidenceFiles files,
            ColumnMappings mappings,
            PilotManagement pilots,
            GenAiMetrics genAi,
            Trail trail,
            Clock clock,
            ApplicationEventPublisher events) {
        this.events = events;
        this.genAi = genAi;
        this.files = files;
        this.mappings = mappings;
        this.pilots = pilots;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Keeps the rows of a CSV or XLSX file, and how its columns are read for the next one.
     *
     * Rows on a named measure are held against the limits on it.
     *
     * @throws Refused when the pilot is unknown, the same file is kept already, or a row is wrong or of a day that is
     *     measured already; nothing is kept then
     */
    public EvidenceFile keep(ColumnMapping mapping, String name, Path file, String by) {
        String currency = pilots.get(mapping.pilotKey()).proposal().currency();
        if (mapping.figureColumn().isEmpty()) {
            throw FieldsRefused.of("figureColumn", "evidence.mapping.missing");
        }
        try (Table table = TableFiles.open(file)) {
            List<EvidenceRow> rows = EvidenceReader.read(table, mapping, today());
            mustBeNew(mapping, rows);
            mustBeIn(currency, mapping, rows);
            EvidenceFile kept = keep(mapping, name, Files.readAllBytes(file), rows, by);
            mappings.save(mapping.replacing(mappings.findById(mapping.id()).orElse(null)));
            if (mapping.metric() != null) {
                events.publishEvent(new MeasurementKept(
                        mapping.pilotKey(),
                        mapping.metric(),
                        kept.figure(),
                        kept.lastDay().orElseGet(this::today)));
            }
            return kept;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Keeps tokens and requests that OpenTelemetry sent.
     *
     * @param sent the bytes they came in
     * @throws Refused when they hold neither, or something that cannot be
     */
    public EvidenceFile keepInference(String pilotKey, JsonNode metrics, byte[] sent, String by) {
        return keep(
                ColumnMapping.of(pilotKey, Purpose.INFERENCE, "", null, null, null, false),
                "OpenTelemetry",
                sent,
                genAi.rows(metrics, today()),
                by);
    }

    /** A day of a measure is measured once. */
    private void mustBeNew(ColumnMapping mapping, List<EvidenceRow> rows) {
        Set<LocalDate> days = of(mapping.pilotKey()).stream()
                .filter(file -> mapping.metric() != null && mapping.metric().equals(file.metric()))
                .flatMap(file -> file.rows().stream())
                .map(EvidenceRow::day)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        refuse(rows.stream()
                .filter(row -> row.day() != null && days.contains(row.day()))
                .map(row -> new RowsRefused.Problem(
                        row.rowNumber(),
                        Objects.requireNonNullElse(mapping.dayColumn(), ""),
                        String.valueOf(row.day()),
                        "evidence.row.measured")));
    }

    /** A limit is in the currency of its pilot, and so are the rows that are held against it. */
    private static void mustBeIn(@Nullable String currency, ColumnMapping mapping, List<EvidenceRow> rows) {
        refuse(rows.stream()
                .filter(row -> mapping.metric() != null
                        && row.currency() != null
                        && !row.currency().equals(currency))
                .map(row -> new RowsRefused.Problem(
                        row.rowNumber(),
                        Objects.requireNonNullElse(mapping.currencyColumn(), ""),
                        String.valueOf(row.currency()),
                        "evidence.row.otherCurrency")));
    }

    private static void refuse(Stream<RowsRefused.Problem> found) {
        List<RowsRefused.Problem> problems = found.toList();
        if (!problems.isEmpty()) {
            throw new RowsRefused(problems, problems.size());
        }
    }

    private EvidenceFile keep(ColumnMapping mapping, String name, byte[] sent, List<EvidenceRow> rows, String by) {
        pilots.get(mapping.pilotKey());
        String sha256 = hash(sent);
        if (files.existsByPilotKeyAndSha256(mapping.pilotKey(), sha256)) {
            throw new Refused("evidence.twice", name);
        }
        trail.append(TrailEntry.of(mapping.pilotKey(), clock.instant(), by, "evidenceKept")
                .argument("rows", rows.size())
                .words("file", name)
                .details(Map.of("sha256", sha256, "purpose", mapping.purpose().name()))
                .build());
        return files.save(new EvidenceFile(
                UUID.randomUUID().toString(),
                mapping.pilotKey(),
                mapping.purpose(),
                name,
                sha256,
                mapping.metric(),
                mapping.taken(),
                rows,
                by,
                clock.instant(),
                null));
    }

    /** Everything kept for a pilot, the latest first. */
    @Transactional(readOnly = true)
    public List<EvidenceFile> of(String pilotKey) {
        return files.findByPilotKeyOrderByBroughtAtDescIdAsc(pilotKey);
    }

    /** What was brought last for a purpose. */
    @Transactional(readOnly = true)
    public Optional<EvidenceFile> latest(String pilotKey, Purpose purpose) {
        return of(pilotKey).stream().filter(file -> file.purpose() == purpose).findFirst();
    }

    /** How the columns of the last file were read. */
    @Transactional(readOnly = true)
    public Optional<ColumnMapping> mapping(String pilotKey, Purpose purpose) {
        return mapping(pilotKey, purpose, null);
    }

    /** How the columns of the last file on a measure were read. */
    @Transactional(readOnly = true)
    public Optional<ColumnMapping> mapping(String pilotKey, Purpose purpose, @Nullable String metric) {
        return mappings.findById(ColumnMapping.id(pilotKey, purpose, metric));
    }

    /** What was brought last on a measure. */
    @Transactional(readOnly = true)
    public Optional<EvidenceFile> latest(String pilotKey, String metric) {
        return of(pilotKey).stream()
                .filter(file -> metric.equals(file.metric()))
                .findFirst();
    }

    /** Sum of a unit from one day until another, for example tokens. @param ends not counted any more */
    @Transactional(readOnly = true)
    public BigDecimal inference(String pilotKey, String unit, LocalDate begins, LocalDate ends) {
        return of(pilotKey).stream()
                .filter(file -> file.purpose() == Purpose.INFERENCE)
                .flatMap(file -> file.rows().stream())
                .filter(row -> unit.equals(row.unit()))
                .filter(row -> row.day() != null
                        && !row.day().isBefore(begins)
                        && row.day().isBefore(ends))
                .map(EvidenceRow::figure)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

/** What was brought; only added. */
interface EvidenceFiles extends Repository<EvidenceFile, String> {

    EvidenceFile save(EvidenceFile file);

    boolean existsByPilotKeyAndSha256(String pilotKey, String sha256);

    List<EvidenceFile> findByPilotKeyOrderByBroughtAtDescIdAsc(String pilotKey);
}

/** How columns are read, by pilot and purpose. */
interface ColumnMappings extends CrudRepository<ColumnMapping, String> {}
