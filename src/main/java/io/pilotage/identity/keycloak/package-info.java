/** People and roles as Keycloak has them, and how soon a change there counts here. */
@NullMarked
package io.pilotage.identity.keycloak;

import org.jspecify.annotations.NullMarked;
