package io.pilotage.adoption;

import io.pilotage.workflow.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.repository.Repository;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The value ledger of each case: entries are added and countersigned, never changed and never taken away. */
@Service
@Transactional
public class Ledger {

    private final LedgerEntries entries;
    private final Countersignatures countersignatures;
    private final Agreements agreements;
    private final MeasurementCalendar calendar;

    Ledger(
            LedgerEntries entries,
            Countersignatures countersignatures,
            Agreements agreements,
            MeasurementCalendar calendar) {
        this.entries = entries;
        this.countersignatures = countersignatures;
        this.agreements = agreements;
        this.calendar = calendar;
    }

    /** Adds an entry. @throws Refused when the period is not over, or is measured already and not sent back */
    public LedgerEntry add(Period period, LedgerEntry.Statement stated, Instant at) {
        String pilotKey = period.pilotKey();
        Optional<MoneyPromise> promise = agreements.promise(pilotKey);
        LocalDate production = calendar.production(pilotKey);
        LedgerFigures figures = LedgerFigures.of(
                stated.lines(),
                stated.costs(),
                promise.map(promised -> promised.netP10(production, period.begins(), period.ends(), stated.currency()))
                        .orElse(null),
                promise.map(promised -> promised.netP50(production, period.begins(), period.ends(), stated.currency()))
                        .orElse(null));
        return entries.save(LedgerEntry.of(
                period, stated, figures, promise.map(MoneyPromise::sealSha256).orElse(null), of(pilotKey), at));
    }

    /**
     * Says whether the last entry of a period counts.
     *
     * @throws Refused when there is none that waits, or when whoever says so measured it
     */
    public void countersign(Period period, boolean agreed, @Nullable String remark, String signer, Instant at) {
        LedgerEntry entry = last(period)
                .filter(posting -> posting.countersignature() == null)
                .map(Posting::entry)
                .orElseThrow(() -> new Refused("adoption.ledger.nothing", period.ends()));
        countersignatures.save(Countersignature.of(entry, agreed, remark, signer, at));
    }

    /** Every entry of a case with its countersignature, in the order in which they were written. */
    @Transactional(readOnly = true)
    public List<Posting> of(String pilotKey) {
        List<LedgerEntry> found = entries.findByPilotKeyOrderByNumber(pilotKey);
        Map<String, Countersignature> signed =
                countersignatures
                        .findByEntryIdIn(found.stream().map(LedgerEntry::id).toList())
                        .stream()
                        .collect(Collectors.toMap(Countersignature::entryId, Function.identity()));
        return found.stream()
                .map(entry -> new Posting(entry, signed.get(entry.id())))
                .toList();
    }

    /** The entry of a period that was written last, whether it counts or not. */
    @Transactional(readOnly = true)
    public Optional<Posting> last(Period period) {
        return of(period.pilotKey()).stream()
                .filter(posting -> posting.entry().periodId().equals(period.id()))
                .reduce((earlier, later) -> later);
    }

    /** The entry of a period that counts. */
    @Transactional(readOnly = true)
    public Optional<LedgerEntry> counting(Period period) {
        return last(period).filter(Posting::isCountersigned).map(Posting::entry);
    }
}

/** Entries of all ledgers; there is no way to change or delete one. */
interface LedgerEntries extends Repository<LedgerEntry, String> {

    LedgerEntry save(LedgerEntry entry);

    List<LedgerEntry> findByPilotKeyOrderByNumber(String pilotKey);
}

/** What countersigners said; there is no way to change or delete it. */
interface Countersignatures extends Repository<Countersignature, String> {

    Countersignature save(Countersignature countersignature);

    List<Countersignature> findByEntryIdIn(List<String> entryIds);
}
