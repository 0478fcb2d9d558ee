package io.pilotage.pilot.defence;

import io.pilotage.pilot.RecordKeeping;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Closes what a stopped pilot leaves behind. */
@Service
@Transactional
public class WindDownManagement {

    private final WindDowns windDowns;

    WindDownManagement(WindDowns windDowns) {
        this.windDowns = windDowns;
    }

    /** Keeps how it was closed. @throws io.pilotage.workflow.Refused when records would be kept too short */
    public void close(WindDownRecord record) {
        RecordKeeping.check(record.endedOn(), record.recordsKeptUntil());
        windDowns.save(record);
    }

    @Transactional(readOnly = true)
    public Optional<WindDownRecord> of(String pilotKey) {
        return windDowns.findById(pilotKey);
    }
}
