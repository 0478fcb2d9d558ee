package io.pilotage.security;

import io.pilotage.identity.DemoUsers;
import io.pilotage.identity.Role;
import io.pilotage.security.JaxRsEndpoints.Endpoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.operaton.bpm.engine.IdentityService;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.identity.User;

/** One person of every role, one without a role, and nobody in four ways; each asks the same and is answered. */
final class Everybody implements AutoCloseable {

    static final String NO_ROLE = "no-role";
    static final String UNKNOWN = "unknown";

    private static final String VICTIM = "victim";
    private static final int AT_ONCE = 8;

    private final int port;
    private final ProcessEngine engine;
    private final IdentityService identity;
    private Samples samples;
    private final List<Asker> unknown = new ArrayList<>();
    private final Map<String, Asker> known = new LinkedHashMap<>();

    /** Signs everybody in. */
    Everybody(int port, ProcessEngine engine, Samples samples) {
        this.port = port;
        this.engine = engine;
        this.identity = engine.getIdentityService();
        this.samples = samples;
        for (String person : List.of(NO_ROLE, VICTIM, "disabled")) {
            User user = identity.newUser(person);
            user.setPassword(DemoUsers.PASSWORD);
            identity.saveUser(user);
        }
        identity.deleteUser("disabled");
        unknown.add(Asker.nobody(port, "anonymous"));
        unknown.add(Asker.nobody(port, "stale").withCookie("JSESSIONID", "0123456789ABCDEF0123456789ABCDEF"));
        Arrays.stream(Role.values()).forEach(role -> known.put(role.group(), Asker.signedIn(port, role.group())));
        known.put(NO_ROLE, Asker.signedIn(port, NO_ROLE));
    }

    @Override
    public void close() {
        identity.deleteUser(NO_ROLE);
        identity.deleteUser(VICTIM);
        Samples.remove(engine);
    }

    /** From now on they ask for these. */
    void askFor(Samples others) {
        samples = others;
    }

    /** How many ask. */
    int size() {
        return known.size() + unknown.size() + 2;
    }

    Collection<Asker> known() {
        return known.values();
    }

    Collection<Asker> known(String... names) {
        return Arrays.stream(names).map(known::get).toList();
    }

    /** Who is answered with which status, nobody's four answers as one; signing out is not asked. */
    Map<Endpoint, Map<String, String>> ask(Set<Endpoint> endpoints, Collection<Asker> askers) {
        Semaphore places = new Semaphore(AT_ONCE);
        Map<Endpoint, Map<String, CompletableFuture<String>>> asked = new TreeMap<>();
        int turn = 0;
        for (Endpoint endpoint : asking(endpoints)) {
            Map<String, CompletableFuture<String>> answers = new LinkedHashMap<>();
            for (Asker nobody : unknownOnes(turn++)) {
                answers.put(nobody.name(), ask(nobody, endpoint, places));
            }
            askers.forEach(somebody -> answers.put(somebody.name(), ask(somebody, endpoint, places)));
            asked.put(endpoint, answers);
        }
        Map<Endpoint, Map<String, String>> seen = new TreeMap<>();
        asked.forEach((endpoint, answers) -> {
            Map<String, String> merged = new LinkedHashMap<>();
            Set<String> ofUnknown = new TreeSet<>();
            answers.forEach((who, status) -> {
                if (known.containsKey(who)) {
                    merged.put(who, status.join());
                } else {
                    ofUnknown.add(status.join());
                }
            });
            merged.put(UNKNOWN, String.join("/", ofUnknown));
            seen.put(endpoint, merged);
        });
        return seen;
    }

    /** Those of the addresses that can be asked by everybody, one after the other. */
    static Set<Endpoint> asking(Set<Endpoint> endpoints) {
        return endpoints.stream()
                .filter(endpoint -> !endpoint.path().endsWith("/logout"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    CompletableFuture<String> ask(Asker asker, Endpoint endpoint, Semaphore places) {
        places.acquireUninterruptibly();
        boolean body = Set.of("POST", "PUT").contains(endpoint.method());
        return asker.later(endpoint.method(), samples.fill(endpoint.path()), body ? "{}" : null)
                .whenComplete((response, fault) -> places.release())
                .thenApply(response -> String.valueOf(response.statusCode()));
    }

    /** The answers that are faults of ours. */
    static List<String> faults(Map<Endpoint, Map<String, String>> seen) {
        return seen.entrySet().stream()
                .flatMap(row -> row.getValue().entrySet().stream()
                        .filter(answer -> answer.getValue().matches(".*5\\d\\d.*"))
                        .map(answer -> row.getKey() + " " + answer.getKey() + " " + answer.getValue()))
                .collect(Collectors.toList());
    }

    /** Nobody in four ways; the wrong passwords are all tried on one name, because the engine locks it. */
    private List<Asker> unknownOnes(int turn) {
        List<Asker> all = new ArrayList<>(unknown);
        all.add(Asker.nobody(port, "wrong password").withPassword(VICTIM, "wrong"));
        all.add(Asker.nobody(port, "disabled").withPassword("disabled" + turn % 40, DemoUsers.PASSWORD));
        return all;
    }
}
