package io.pilotage.audit;

/**
 * A value of an entry that says who somebody is, or that somebody wrote freely: the chain commits to it by a salted hash,
 * and the value lies apart, so that it can be erased (GDPR art. 17).
 *
 * @param person id of the person with whom it is erased; empty for a text that is nobody's alone
 */
public record Personal(String person, String value) {

    /** A person, by id. */
    public static Personal person(String id) {
        return new Personal(id, id);
    }

    /** What a person wrote. */
    public static Personal words(String words, String author) {
        return new Personal(author, words);
    }

    /** What several people agreed on: it stays when one of them goes, and goes only when it names who is erased. */
    public static Personal text(String words) {
        return new Personal("", words);
    }

    /** Whether it is no single person's. */
    public boolean isNobodys() {
        return person.isEmpty();
    }

    /** The product is no person, and nothing is nobody's. */
    public boolean isPersonal() {
        return !value.isEmpty() && !value.equals(TrailEntry.PRODUCT);
    }
}
