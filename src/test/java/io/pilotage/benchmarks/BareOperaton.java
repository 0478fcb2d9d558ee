package io.pilotage.benchmarks;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/**
 * The same starters without anything of ours: what start-up is compared with. Not a configuration by annotation, so that
 * the product's tests do not find it.
 */
@EnableAutoConfiguration
public class BareOperaton {

    public static void main(String[] arguments) {
        SpringApplication.run(BareOperaton.class, arguments);
    }
}
