/** Tests that attack the running application: who may do what, hostile input, races. */
package io.pilotage.security;
