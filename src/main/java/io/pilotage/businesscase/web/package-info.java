/** The pages that a board reads. */
@NullMarked
package io.pilotage.businesscase.web;

import org.jspecify.annotations.NullMarked;
