/** Tests that hold models, forms, decision tables, texts and code together, without starting the engine. */
@org.jspecify.annotations.NullMarked
package io.pilotage.models;
