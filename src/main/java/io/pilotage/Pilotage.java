package io.pilotage;

import io.pilotage.audit.TrailCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application: one process that embeds the workflow engine, its web applications and our pages. */
@SpringBootApplication
public class Pilotage {

    public static void main(String[] arguments) {
        if (TrailCommand.isMeant(arguments)) {
            System.exit(TrailCommand.run(arguments, System.out));
        }
        SpringApplication.run(Pilotage.class, arguments);
    }
}
