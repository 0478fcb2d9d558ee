/** Reads table files, CSV and XLSX, row by row, whatever they are called and however they are encoded; trusts none. */
@NullMarked
@ApplicationModule(displayName = "Table", allowedDependencies = "workflow")
package io.pilotage.table;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
