/**
 * The engine and what we add to it: the door on human tasks and start forms, deadlines that escalate, forms, decision
 * tables, rules for models, and grants. Modules speak to the engine only through the types here.
 */
@NullMarked
@ApplicationModule(
        displayName = "Workflow",
        allowedDependencies = {"identity", "audit", "notification", "production", "verify"})
package io.pilotage.workflow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
