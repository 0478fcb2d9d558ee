/** The way to a dossier over HTTP. */
@NullMarked
package io.pilotage.dossier.web;

import org.jspecify.annotations.NullMarked;
