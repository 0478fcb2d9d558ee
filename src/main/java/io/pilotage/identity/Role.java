package io.pilotage.identity;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The roles a person can be accountable in; each is a group of the identity provider, named as the group is. */
public enum Role {
    BU_SPONSOR,
    DECISION_OWNER,
    PILOT_OWNER,
    FRONTLINE_LEAD,
    FINANCE_PARTNER,
    DATA_OWNER,
    SECURITY_REVIEW,
    LEGAL_PRIVACY,
    COMPLIANCE_REVIEW,
    IT_OPERATIONS,
    MODEL_VALIDATION,
    CHANGE_LEAD,
    WORKER_LIAISON,
    GOVERNANCE_CHAIR,
    ADOPTION_ANALYST,
    PORTFOLIO_OFFICE,
    /** Heads of functions and business units: the second level of an escalation. */
    FUNCTION_HEAD,
    PROCESS_ADMIN,
    AUDIT_READ;

    /** The group's id, for example {@code bu-sponsor}; also the suffix of message keys. */
    public String group() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** The role of a group, or empty for a group that is none of ours. */
    public static Optional<Role> ofGroup(String group) {
        return Arrays.stream(values())
                .filter(role -> role.group().equals(group))
                .findFirst();
    }

    /**
     * Those among groups whose people may do more than their tasks: administer, read everything, take data with them;
     * the administrator first.
     */
    public static List<Role> privilegedAmong(Collection<String> groups) {
        return Stream.of(PROCESS_ADMIN, AUDIT_READ, GOVERNANCE_CHAIR, PORTFOLIO_OFFICE)
                .filter(role -> groups.contains(role.group()))
                .toList();
    }

    /** Whether people of this role decide on cases; administrators and auditors never do. */
    public boolean decides() {
        return this != PROCESS_ADMIN && this != AUDIT_READ;
    }
}
