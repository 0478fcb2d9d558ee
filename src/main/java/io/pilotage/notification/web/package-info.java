/** The page that shows what mails were written. */
@NullMarked
package io.pilotage.notification.web;

import org.jspecify.annotations.NullMarked;
