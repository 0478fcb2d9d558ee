package io.pilotage.verify;

import java.util.ArrayList;
import java.util.List;

/** Gathers what a check finds; after {@value #MOST} it only counts. */
public final class Findings {

    private static final int MOST = 1_000;

    private final List<Finding> found = new ArrayList<>();
    private final List<Finding> remarks = new ArrayList<>();
    private long count;

    /** Something is wrong. */
    public void add(String where, String what) {
        count++;
        if (found.size() < MOST) {
            found.add(new Finding(where, what));
        }
    }

    /** Something is worth knowing and not wrong. */
    public void remark(String where, String what) {
        if (remarks.size() < MOST) {
            remarks.add(new Finding(where, what));
        }
    }

    /** What is wrong, the first first. */
    public List<Finding> list() {
        return List.copyOf(found);
    }

    /** What is worth knowing, such as a clock that ran backwards. */
    public List<Finding> remarks() {
        return List.copyOf(remarks);
    }

    public long count() {
        return count;
    }

    public boolean isEmpty() {
        return count == 0;
    }
}
