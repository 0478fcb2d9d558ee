/**
 * The ground the tests stand on: a real MySQL, one shared application context, a clock that can be moved, a browser.
 */
package io.pilotage.testing;
