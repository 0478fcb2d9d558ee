/**
 * What a board reads: the money case of one pilot on one page, the value of all pilots, and the limits that decide next.
 * It states nothing and changes nothing; it puts together what the phases have sealed and measured.
 */
@NullMarked
@ApplicationModule(
        displayName = "Business case",
        allowedDependencies = {
            "audit",
            "identity",
            "workflow",
            "pilot",
            "pilot::defence",
            "roi",
            "roi::valuation",
            "adoption",
            "table"
        })
package io.pilotage.businesscase;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
