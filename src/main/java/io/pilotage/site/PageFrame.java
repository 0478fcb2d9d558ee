package io.pilotage.site;

import java.util.List;

/**
 * What the layout shows around a page.
 *
 * @param visitor who is signed in; empty on the sign-in page
 * @param path the page that was asked for, without host and query
 * @param languages the same page in the languages the product speaks
 */
record PageFrame(List<Visitor> visitor, String path, List<LanguageLink> languages) {

    /** Tells whether a navigation entry leads to the page that is shown. */
    public boolean isAt(String entry) {
        return path.equals(entry);
    }

    /**
     * The person in front of the screen.
     *
     * @param roles the role groups of the person, as they are named in the models
     */
    record Visitor(String name, List<String> roles) {

        private static final List<String> IMPORTERS = List.of("portfolio-office", "process-admin");

        public boolean mayOperate() {
            return roles.contains("process-admin");
        }

        public boolean mayAudit() {
            return mayOperate() || roles.contains("audit-read");
        }

        public boolean mayImport() {
            return roles.stream().anyMatch(IMPORTERS::contains);
        }
    }

    /** The way to read the page in another language. */
    record LanguageLink(String code, String address, boolean current) {}
}
