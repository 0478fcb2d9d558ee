/** What things cost, as ratios measured in one run: see {@code README.md} here. None of them runs with the tests. */
package io.pilotage.benchmarks;
