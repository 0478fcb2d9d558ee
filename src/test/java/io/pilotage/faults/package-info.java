/** What must hold when nodes and databases are killed: processes of their own, a real MySQL, nothing simulated. */
package io.pilotage.faults;
