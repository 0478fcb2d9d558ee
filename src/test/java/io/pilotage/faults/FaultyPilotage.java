package io.pilotage.faults;

import io.pilotage.Pilotage;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The product with a database that fails on demand: at the so-many-th step of the requests to come, counted over
 * statements and commits, the connection breaks or the process dies. The demand is a file: {@code break 17},
 * {@code lose 17} (the commit is done, its answer lost), {@code halt 17}, {@code count 0}.
 */
public final class FaultyPilotage {

    private FaultyPilotage() {}

    public static void main(String[] arguments) {
        new SpringApplication(Pilotage.class, FaultyDatabase.class).run(arguments);
    }

    /** Puts itself between the product and its pool; not annotated, so that no other test finds it. */
    static class FaultyDatabase {

        @Bean
        static BeanPostProcessor faults() {
            Demand demand = new Demand(Path.of(System.getenv("FAULT_FILE")));
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof DataSource pool && name.equals("dataSource") ? faulty(pool, demand) : bean;
                }
            };
        }

        private static DataSource faulty(DataSource pool, Demand demand) {
            return new DelegatingDataSource(pool) {
                @Override
                public Connection getConnection() throws SQLException {
                    return watched(pool.getConnection(), demand);
                }
            };
        }

        private static Connection watched(Connection connection, Demand demand) {
            return proxy(Connection.class, (method, arguments) -> {
                if (method.getName().equals("commit")) {
                    demand.before(connection);
                    Object done = call(connection, method, arguments);
                    demand.after(connection);
                    return done;
                }
                Object result = call(connection, method, arguments);
                return result instanceof PreparedStatement statement ? watched(statement, connection, demand) : result;
            });
        }

        private static PreparedStatement watched(PreparedStatement statement, Connection connection, Demand demand) {
            return proxy(PreparedStatement.class, (method, arguments) -> {
                if (method.getName().startsWith("execute")) {
                    demand.before(connection);
                }
                return call(statement, method, arguments);
            });
        }

        private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
            try {
                return method.invoke(target, arguments);
            } catch (InvocationTargetException thrown) {
                throw thrown.getTargetException();
            }
        }

        private static <T> T proxy(Class<T> type, Calls calls) {
            return type.cast(Proxy.newProxyInstance(
                    type.getClassLoader(),
                    new Class<?>[] {type},
                    (self, method, arguments) -> calls.answer(method, arguments)));
        }
    }

    /** What a proxy does. */
    private interface Calls {
        Object answer(Method method, Object[] arguments) throws Throwable;
    }

    /** What is to fail, and how far the requests have come; only requests are counted, no jobs. */
    private static final class Demand {

        private final Path file;
        private final AtomicInteger step = new AtomicInteger();
        private String last = "";

        Demand(Path file) {
            this.file = file;
        }

        void before(Connection connection) throws SQLException {
            at(connection, false);
        }

        void after(Connection connection) throws SQLException {
            at(connection, true);
        }

        private synchronized void at(Connection connection, boolean committed) throws SQLException {
            if (!Thread.currentThread().getName().contains("exec")) {
                return;
            }
            String wanted = wanted();
            if (!wanted.equals(last)) {
                last = wanted;
                step.set(0);
            }
            String[] words = wanted.split(" ");
            int now = step.incrementAndGet();
            if (words[0].equals("count")) {
                write(now);
            } else if (now == Integer.parseInt(words[1])) {
                fail(words[0], connection, committed);
            }
        }

        private static void fail(String kind, Connection connection, boolean committed) throws SQLException {
            if (kind.equals("halt")) {
                Runtime.getRuntime().halt(137);
            }
            connection.unwrap(com.mysql.cj.jdbc.JdbcConnection.class).abortInternal();
            throw new SQLNonTransientConnectionException(
                    committed ? "Lost the answer" : "Lost the connection", "08S01");
        }

        private String wanted() {
            try {
                return Files.exists(file) ? Files.readString(file).strip() : "none 0";
            } catch (java.io.IOException gone) {
                throw new java.io.UncheckedIOException(gone);
            }
        }

        private void write(int steps) {
            try {
                Files.writeString(file.resolveSibling(file.getFileName() + ".steps"), String.valueOf(steps));
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
