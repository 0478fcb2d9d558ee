package io.pilotage.identity.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pilotage.identity.People;
import io.pilotage.identity.Person;
import io.pilotage.identity.Role;
import io.pilotage.pilot.AccountabilityManagement;
import io.pilotage.pilot.Phase;
import io.pilotage.pilot.succession.Succession;
import io.pilotage.testing.Browser;
import io.pilotage.testing.Cases;
import io.pilotage.testing.KeycloakAdmin;
import io.pilotage.testing.KeycloakServer;
import io.pilotage.testing.KeycloakTest;
import io.pilotage.testing.TimeMachine;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.engine.IdentityService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The copy of Keycloak's people: soon right, there while Keycloak is not, and never believed for too long. */
@KeycloakTest
class DirectoryTests {

    private final KeycloakAdmin keycloak = KeycloakServer.shared().admin();
    private final String login = "person-" + UUID.randomUUID();

    @Autowired
    Directory directory;

    @Autowired
    DirectoryComparison comparison;

    @Autowired
    DirectoryChanges changes;

    @Autowired
    DirectoryBook book;

    @Autowired
    People people;

    @Autowired
    IdentityService identity;

    @Autowired
    AccountabilityManagement accountabilities;

    @Autowired
    Succession succession;

    @Autowired
    Cases cases;

    @Autowired
    TimeMachine time;

    @LocalServerPort
    int port;

    @AfterEach
    void asBefore() {
        KeycloakServer.shared().restart();
        keycloak.accessTokenLifetime(300);
    }

    @Test
    void everybodyWithARoleIsKnownByNameToTheEngineToo() {
        String id = keycloak.person(login, "Known", "By Name", "finance-partner", "data-owner");
        soon(() -> people.find(id).isPresent());
        assertThat(people.find(id)).map(Person::roles).hasValue(Set.of(Role.FINANCE_PARTNER, Role.DATA_OWNER));
        assertThat(people.nameOf(id)).isEqualTo("Known By Name");
        assertThat(people.holding(Role.DATA_OWNER)).extracting(Person::id).contains(id);
        assertThat(identity.createUserQuery().userId(id).singleResult().getLastName())
                .isEqualTo("By Name");
        assertThat(identity.createGroupQuery().groupMember(id).list())
                .extracting(group -> group.getId())
                .containsExactlyInAnyOrder("finance-partner", "data-owner");
    }

    /** As when everybody is compared while somebody new is taken in: the long answer was begun before. */
    @Test
    void anAnswerThatComesLateTakesNoRoleAway() {
        String id = keycloak.person(login, "Newly", "Named", "finance-partner");
        assertThat(directory.confirmed(id)).isPresent();
        long before = book.taken(id);
        keycloak.giveRole(id, "data-owner");
        time.moveBy(Duration.ofSeconds(6));
        assertThat(directory.confirmed(id).orElseThrow().roles()).contains(Role.DATA_OWNER);
        Entry old = new Entry(id, "Newly", "Named", null, Set.of(Role.FINANCE_PARTNER));
        changes.take(id, Optional.of(old), before);
        changes.take(id, Optional.empty(), before);
        assertThat(people.find(id).orElseThrow().roles())
                .containsExactlyInAnyOrder(Role.FINANCE_PARTNER, Role.DATA_OWNER);
        assertThat(book.losses()).noneMatch(loss -> loss.lost().person().equals(id));
    }

    /** Whoever may make groups below one of their own gives nobody a role by it. */
    @Test
    void groupBelowAnotherOneIsNoRoleWhateverItsName() {
        String id = keycloak.person(login, "Below", "Another Group", "data-owner");
        keycloak.putBelow("worker-liaison", "process-admin", id);
        assertThat(directory.confirmed(id)).map(Person::roles).hasValue(Set.of(Role.DATA_OWNER));
    }

    @Test
    void engineCannotChangePeople() {
        assertThat(identity.isReadOnly()).isTrue();
        assertThatThrownBy(() -> identity.deleteUser("anybody")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void losingTheRoleSeeksASuccessorForWhatWasAnsweredForInItOnly() {
        String id = keycloak.person(login, "Leaves", "Role", "bu-sponsor", "finance-partner");
        String pilot = answeringFor(id);
        keycloak.takeRole(id, "bu-sponsor");
        soon(() -> !succession.of(pilot).isEmpty());
        assertThat(succession.of(pilot))
                .extracting(vacancy -> vacancy.roleGroup())
                .containsExactly("bu-sponsor");
        assertThat(accountabilities.of(pilot, "finance-partner").orElseThrow().person())
                .isEqualTo(id);
        assertThat(cases.open(pilot)).contains("proposeSuccessor");
    }

    @Test
    void whoIsLockedIsGoneButKeepsTheNameAndASuccessorIsSought() {
        String id = keycloak.person(login, "Locked", "Out", "bu-sponsor", "finance-partner");
        String pilot = answeringFor(id);
        keycloak.disable(id);
        soon(() -> succession.of(pilot).size() == 2);
        assertThat(people.find(id)).isEmpty();
        assertThat(people.nameOf(id)).isEqualTo("Locked Out");
    }

    @Test
    void tokenThatRunsOutAllTheTimeBreaksNoQuery() {
        String id = keycloak.person(login, "Short", "Token", "data-owner");
        keycloak.accessTokenLifetime(1);
        Instant end = Instant.now().plusSeconds(4);
        while (Instant.now().isBefore(end)) {
            time.moveBy(Duration.ofSeconds(6));
            assertThat(directory.confirmed(id)).isPresent();
        }
    }

    @Test
    void whileKeycloakIsDownPeopleWorkOnForTheGraceTimeAndTheLoginPageSaysSo() {
        String id = keycloak.person(login, "Last", "Known", "data-owner");
        assertThat(directory.confirmed(id)).isPresent();
        soon(() -> comparedSince(time.now().minusSeconds(30)));
        try (Browser signedIn = Browser.desktop(port).signInAtKeycloak(login, "/portfolio");
                Browser stranger = Browser.desktop(port)) {
            KeycloakServer.shared().kill();
            assertThat(signedIn.statusOf("/portfolio")).isEqualTo(200);
            assertThat(signedIn.statusOf("/operaton/api/engine/engine/default/task/count"))
                    .isEqualTo(200);
            stranger.open("/portfolio");
            assertThat(stranger.page().locator("[role=alert]").textContent())
                    .contains("nobody can sign in at the moment");
            assertThat(stranger.statusOf("/login")).isEqualTo(503);
            stranger.screenshot("keycloak-away");
            assertThat(stranger.barriers()).isEmpty();
        }
        time.moveBy(Duration.ofMinutes(50));
        assertThat(directory.confirmed(id)).map(Person::roles).hasValue(Set.of(Role.DATA_OWNER));
        time.moveBy(Duration.ofMinutes(20));
        assertThatThrownBy(() -> directory.confirmed(id)).isInstanceOf(KeycloakAway.class);
    }

    @Test
    void renamedGroupTakesNoRoleFromAnybody() {
        String id = keycloak.person(login, "Keeps", "Role", "worker-liaison");
        assertThat(directory.confirmed(id)).isPresent();
        keycloak.renameGroup("worker-liaison", "renamed");
        try {
            comparison.compareInTurn();
            assertThat(people.find(id)).map(Person::roles).hasValue(Set.of(Role.WORKER_LIAISON));
        } finally {
            keycloak.renameGroup("renamed", "worker-liaison");
        }
    }

    private boolean comparedSince(Instant moment) {
        return comparison.comparedAt().isAfter(moment);
    }

    private String answeringFor(String id) {
        assertThat(directory.confirmed(id)).isPresent();
        String pilot = cases.standingIn(Phase.WORKFLOW_REDESIGN, Cases.MEDIUM);
        accountabilities.name(pilot, "bu-sponsor", id);
        accountabilities.name(pilot, "finance-partner", id);
        return pilot;
    }

    /** What the comparison brings about by itself, within ten seconds. */
    private static void soon(BooleanSupplier condition) {
        Instant giveUp = Instant.now().plusSeconds(10);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("ten seconds are over").isBefore(giveUp);
            new CompletableFuture<Void>()
                    .completeOnTimeout(null, 200, TimeUnit.MILLISECONDS)
                    .join();
        }
    }
}
