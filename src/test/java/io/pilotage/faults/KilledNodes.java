package io.pilotage.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.pilotage.audit.StoredTrail;
import io.pilotage.testing.ApplicationProcess;
import io.pilotage.testing.LaterPilotage;
import io.pilotage.testing.MySqlServer;
import io.pilotage.testing.ProductionDatabase;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A database that comes from a backup, with many timers that are overdue. Two nodes fire them, and are killed again and
 * again while they hold jobs. Inside the transaction: one entry in the trail per timer. Outside: mails, told apart by
 * their Message-ID.
 */
final class KilledNodes {

    private static final String FIRED = "select count(*) from task_deadline where level > 0";
    private static final String HELD = "select count(*) from ACT_RU_JOB where LOCK_OWNER_ is not null";
    private static final String SEALED = "select not exists (select 1 from trail_head h left join trail_leaf l"
            + " on l.chain = h.chain and l.entry_number = h.last_number where l.hash is null)";
    private static final String ESCALATED = " from trail_entry where kind = 'escalated'";

    /** Where uploads that are looked through during the backup leave rows, told apart by their chain. */
    private static final Set<String> OF_CHAINS = Set.of("trail_head", "trail_entry", "trail_personal", "trail_leaf");

    private static final String SEALS_OFTEN = "--pilotage.audit.checkpoint-cron=*/2 * * * * *";

    private final int timers;
    private final int kills;
    private final Path copy = Path.of("target", "backup-" + System.nanoTime() + ".sql.gz");
    private final ProductionDatabase original = ProductionDatabase.create(MySqlServer.shared());
    private final ProductionDatabase restored = ProductionDatabase.beside(original);
    private final String database;
    private final Ledger ledger;
    private final GreenMail mails =
            new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());

    KilledNodes(int timers, int kills) {
        this.timers = timers;
        this.kills = kills;
        this.database = restored.url();
        this.ledger = new Ledger(database);
    }

    /** @return what was seen, in one line */
    String run() {
        mails.start();
        ApplicationProcess[] nodes = new ApplicationProcess[2];
        try {
            String carried = fill();
            String ahead = ahead();
            stopOneThatIsAtWork(ahead);
            long held = 0;
            for (int kill = 0; kill < kills; kill++) {
                int victim = kill % 2;
                for (int node = 0; node < 2; node++) {
                    if (nodes[node] == null || !nodes[node].isAlive()) {
                        nodes[node] = launch("killed-node-" + node, ahead);
                    }
                }
                ledger.await(FIRED, (long) timers / 4 + (long) (timers / 2) * kill / kills);
                ledger.await(HELD, 1);
                nodes[victim].kill();
                held += ledger.number(HELD);
            }
            ledger.await(FIRED, timers);
            ledger.await("select count(*) from notification_outbox where state = 'SENT'", stored());
            ledger.await(SEALED, 1);
            for (ApplicationProcess node : nodes) {
                node.close();
            }
            return carried + "; " + judge(held) + "; " + trailHolds();
        } finally {
            for (ApplicationProcess node : nodes) {
                if (node != null) {
                    node.close();
                }
            }
            mails.stop();
        }
    }

    /**
     * Brings the pilots in, each with a task and its timer, and carries them to another database by backup and restore.
     *
     * @return how much was compared
     */
    private String fill() {
        Ledger ledger = new Ledger(original.url());
        try (ApplicationProcess first =
                ApplicationProcess.start("killed-filling", original.url(), key(), SEALS_OFTEN)) {
            assertThat(first.signIn("portfolio-office")
                            .upload(
                                    "/api/imports?dryRun=false",
                                    "i.csv",
                                    Ledger.inventory(1, timers),
                                    "mapping",
                                    "simple")
                            .statusCode())
                    .isEqualTo(201);
            ledger.await("select count(*) from task_deadline", timers);
            ledger.await("select count(*) from import_run where state = 'DONE'", 1);
            ledger.await(SEALED, 1);
            backUpUnderLoad(first);
        }
        restored.script(Path.of("docker/mysql/restore.sh"), with(copy, restored));
        long rows = 0;
        List<String> tables = original.admin()
                .sql("select table_name from information_schema.tables where table_schema = database()"
                        + " and table_name not like 'import%'"
                        + " and table_name not in ('trail_checkpoint', 'trail_node')")
                .query(String.class)
                .list();
        for (String table : tables) {
            String count = "select count(*) from " + table
                    + (OF_CHAINS.contains(table) ? " where chain not like 'system.import%'" : "");
            long there = this.ledger.number(count);
            assertThat(there).as(table).isEqualTo(ledger.number(count));
            rows += there;
        }
        assertThatThrownBy(() -> restored.script(Path.of("docker/mysql/restore.sh"), with(copy, restored)))
                .hasMessageContaining("is not empty");
        return "backed up under load and restored: " + rows + " rows in " + tables.size() + " tables, all there";
    }

    /** Uploads are looked through meanwhile, which writes rows of imports, their chains of the trail, and nothing else. */
    private void backUpUnderLoad(ApplicationProcess node) {
        node.rememberToken();
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture<Integer> load = CompletableFuture.supplyAsync(() -> {
            int uploads = 0;
            for (; !done.get() && uploads < 500; uploads++) {
                node.uploadAgain("/api/imports", "i.csv", Ledger.inventory(1, 50), "mapping", "simple");
            }
            return uploads;
        });
        original.script(Path.of("docker/mysql/backup.sh"), with(copy, original));
        done.set(true);
        assertThat(load.join()).isPositive();
    }

    private static List<String> with(Path file, ProductionDatabase database) {
        List<String> arguments = new ArrayList<>(List.of(file.toString()));
        arguments.addAll(database.server());
        return arguments;
    }

    /** Milliseconds until every task is to be reminded of, and none is due. */
    private String ahead() {
        long seconds =
                ledger.number("select timestampdiff(second, utc_timestamp(), max(reminder_at)) from task_deadline");
        assertThat(ledger.number("select timestampdiff(second, max(reminder_at), min(due_at)) from task_deadline"))
                .isGreaterThan(3600);
        return String.valueOf(Duration.ofSeconds(seconds + 60).toMillis());
    }

    /** A node that is asked to stop leaves no job behind that it holds. */
    private void stopOneThatIsAtWork(String ahead) {
        try (ApplicationProcess node = launch("stopped-node", ahead)) {
            ledger.await(FIRED, 1);
            ledger.await(HELD, 1);
            assertThat(node.terminate()).isEqualTo(143);
            assertThat(node.said()).contains("Jobs given back to other nodes");
            assertThat(ledger.number(HELD)).isZero();
            assertThat(ledger.number(FIRED)).isLessThan(timers);
        }
    }

    /** With the two users of production, the running one of which gets its rights back on the restored database. */
    private ApplicationProcess launch(String name, String ahead) {
        Map<String, String> users = restored.environment();
        return ApplicationProcess.launch(
                name,
                Map.of("AHEAD", ahead),
                List.of(
                        "--spring.datasource.url=" + database,
                        "--spring.datasource.username=" + users.get("PILOTAGE_DATABASE_USER"),
                        "--spring.datasource.password=" + users.get("PILOTAGE_DATABASE_PASSWORD"),
                        "--pilotage.migration.user=" + users.get("PILOTAGE_MIGRATION_USER"),
                        "--pilotage.migration.password=" + users.get("PILOTAGE_MIGRATION_PASSWORD"),
                        "--pilotage.migration.own-user=false",
                        "--operaton.bpm.database.schema-update=false",
                        "--spring.datasource.hikari.transaction-isolation=TRANSACTION_READ_COMMITTED",
                        "--pilotage.sample=false",
                        key(),
                        SEALS_OFTEN,
                        "--pilotage.mail.delivery=send",
                        "--pilotage.mail.from=pilotage@example.org",
                        "--pilotage.mail.retry-every=PT1S",
                        "--spring.mail.host=127.0.0.1",
                        "--spring.mail.port=" + mails.getSmtp().getPort(),
                        "--server.shutdown=graceful",
                        "--operaton.bpm.job-execution.lock-time-in-millis=5000",
                        "--operaton.bpm.job-execution.wait-time-in-millis=200",
                        "--operaton.bpm.job-execution.max-wait=1000",
                        "--operaton.bpm.job-execution.core-pool-size=1",
                        "--operaton.bpm.job-execution.max-pool-size=1"),
                LaterPilotage.class);
    }

    /** Both nodes and the copy have one key, as in production. */
    private String key() {
        return "--pilotage.audit.key=" + restored.environment().get("PILOTAGE_AUDIT_KEY");
    }

    /** The trail that came by the backup and grew while nodes were killed, and would not hold if a word in it changed. */
    private String trailHolds() {
        StoredTrail trail = new StoredTrail(
                new DriverManagerDataSource(database, "root", ""),
                restored.environment().get("PILOTAGE_AUDIT_KEY"));
        StoredTrail.Verdict verdict = trail.check();
        assertThat(verdict.problems()).isEmpty();
        assertThat(verdict.entries()).isEqualTo(ledger.number("select count(*) from trail_entry"));
        assertThat(verdict.checkpoints()).isPositive();
        restored.admin()
                .sql("update trail_entry set content = replace(content, 'escalated', 'reminded')"
                        + " where kind = 'escalated' limit 1")
                .update();
        assertThat(trail.check().problems()).isNotEmpty();
        return "the trail of " + verdict.entries() + " entries under " + verdict.checkpoints() + " checkpoints holds";
    }

    private long stored() {
        return ledger.number("select count(*) from notification_outbox");
    }

    private String judge(long held) {
        assertThat(ledger.number("select count(distinct chain)" + ESCALATED)).isEqualTo(timers);
        assertThat(ledger.number("select count(*)" + ESCALATED)).isEqualTo(timers);
        assertThat(ledger.number("select count(*) from ACT_RU_INCIDENT")).isZero();
        List<String> ids = messageIds();
        Set<String> once = new HashSet<>(ids);
        assertThat(once).hasSize((int) stored());
        return timers + " timers, two nodes, " + kills + " kills, " + held
                + " jobs held at the kills: none lost, none fired twice; " + once.size()
                + " mails reached everybody, " + (ids.size() - once.size())
                + " of them twice under the same Message-ID";
    }

    private List<String> messageIds() {
        List<String> ids = new ArrayList<>();
        for (MimeMessage mail : mails.getReceivedMessages()) {
            try {
                ids.add(mail.getMessageID());
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }
        return ids;
    }
}
