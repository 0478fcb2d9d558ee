package io.pilotage.verify;

/**
 * An entry of the trail as it is stored or handed out.
 *
 * @param chain key of the case, or of a chain of the product's own
 * @param number position in the chain, from one without gaps
 * @param content canonical JSON that names chain, number and the hash before
 * @param hash SHA-256 of the content in UTF-8, hexadecimal
 */
public record ChainEntry(String chain, long number, String content, String hash) {

    /** What stands for the hash before the first entry. */
    public static final String GENESIS = "0".repeat(64);

    /** The place, as findings name it. */
    public String place() {
        return place(chain, number);
    }

    public static String place(String chain, long number) {
        return chain + ", entry " + number;
    }
}
