package io.pilotage.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.table.Table;
import io.pilotage.table.TableFiles;
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
import java.util.Optional;
import java.util.UUID;
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
    private final Clock clock;

    EvidenceManagement(
            EvidenceFiles files, ColumnMappings mappings, PilotManagement pilots, GenAiMetrics genAi, Clock clock) {
        this.genAi = genAi;
        this.files = files;
        this.mappings = mappings;
        this.pilots = pilots;
        this.clock = clock;
    }

    /**
     * Keeps the rows of a CSV or XLSX file, and how its columns are read for the next one.
     *
     * @throws Refused when the pilot is unknown, the same file is kept already, or a row is wrong; nothing is kept then
     */
    public EvidenceFile keep(ColumnMapping mapping, String name, Path file, String by) {
        pilots.get(mapping.pilotKey());
        try (Table table = TableFiles.open(file)) {
            EvidenceFile kept = keep(
                    mapping.pilotKey(),
                    mapping.purpose(),
                    name,
                    Files.readAllBytes(file),
                    EvidenceReader.read(table, mapping, today()),
                    by);
            mappings.save(new ColumnMapping(
                    mapping.id(),
                    mapping.pilotKey(),
                    mapping.purpose(),
                    mapping.figureColumn(),
                    mapping.dayColumn(),
                    mapping.unitColumn(),
                    mapping.currencyColumn(),
                    mapping.decimalComma(),
                    mappings.findById(mapping.id()).map(ColumnMapping::version).orElse(null)));
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
        return keep(pilotKey, Purpose.INFERENCE, "OpenTelemetry", sent, genAi.rows(metrics, today()), by);
    }

    private EvidenceFile keep(
            String pilotKey, Purpose purpose, String name, byte[] sent, List<EvidenceRow> rows, String by) {
        pilots.get(pilotKey);
        String sha256 = hash(sent);
        if (files.existsByPilotKeyAndSha256(pilotKey, sha256)) {
            throw new Refused("evidence.twice", name);
        }
        return files.save(new EvidenceFile(
                UUID.randomUUID().toString(), pilotKey, purpose, name, sha256, rows, by, clock.instant(), null));
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
        return mappings.findById(ColumnMapping.id(pilotKey, purpose));
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
