package io.pilotage.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.task.Task;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Many clients on one task in the same moment: one takes it, the others are told so, and nobody meets a fault.
 * {@code -Dpilotage.rounds} makes more rounds.
 */
@PilotageTest
class RaceTests {

    private static final int ROUNDS = 50 * Integer.getInteger("pilotage.rounds", 1);
    private static final int MOST_CLIENTS = 32;

    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    @Autowired
    ProcessEngine engine;

    @Test
    void oneTakesTheTaskAndTheOthersAreTold() {
        List<Asker> people = List.of(machine("decision-owner"), machine("decision-owner-2"));
        String pilot = cases.propose(Cases.LOW, Map.of());
        Map<Integer, Integer> answers = new TreeMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            Task task = free(cases.anyTask(pilot, "acceptAccountability"));
            int clients = 8 + round % (MOST_CLIENTS - 7);
            List<CompletableFuture<Integer>> claims = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                Asker person = people.get(client % 2);
                claims.add(person.later(
                                "POST",
                                "/engine-rest/task/" + task.getId() + "/claim",
                                "{\"userId\":\"" + person.name() + "\"}")
                        .thenApply(response -> response.statusCode()));
            }
            List<Integer> said = claims.stream().map(CompletableFuture::join).toList();
            String holder = cases.anyTask(pilot, "acceptAccountability").getAssignee();
            assertThat(holder).isIn("decision-owner", "decision-owner-2");
            for (int client = 0; client < clients; client++) {
                int status = said.get(client);
                answers.merge(status, 1, Integer::sum);
                boolean winner = people.get(client % 2).name().equals(holder);
                assertThat(status)
                        .as("round %d client %d", round, client)
                        .isIn(winner ? List.of(204, 409) : List.of(409));
            }
            assertThat(said).contains(204);
        }
        System.out.println("races: n=" + ROUNDS + " rounds, answers " + answers);
    }

    private Asker machine(String person) {
        return Asker.nobody(port, person).withPassword(person, io.pilotage.identity.DemoUsers.PASSWORD);
    }

    private Task free(Task task) {
        engine.getTaskService().setAssignee(task.getId(), null);
        return task;
    }
}
