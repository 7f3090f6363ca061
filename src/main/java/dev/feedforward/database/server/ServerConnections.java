package dev.feedforward.database.server;

import dev.feedforward.computing.Turns;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Connections to a database server, which may let a request wait: for no longer in all than {@link DatabaseWait} has
 * it, and without its turn to compute, or those in line for the turn would wait once for each who is before them.
 */
final class ServerConnections extends DelegatingDataSource {

    private final Supplier<Turns> turns;

    ServerConnections(DataSource pool, Supplier<Turns> turns) {
        super(pool);
        this.turns = turns;
    }

    @Override
    public Connection getConnection() throws SQLException {
        // If none comes, nothing is to be computed any more.
        turns.get().rest();
        Connection connection = Objects.requireNonNull(DatabaseWait.await(super::getConnection));
        return proxy(Connection.class, (proxy, method, arguments) -> callConnection(connection, method, arguments));
    }

    private @Nullable Object callConnection(
            Connection connection, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        try {
            Object result = call(connection, method, arguments);
            return result instanceof Statement statement ? counted(statement, method.getReturnType()) : result;
        } finally {
            if (method.getName().equals("close")) {
                turns.get().goOnSoon();
            }
        }
    }

    private static Object counted(Statement statement, Class<?> kind) {
        return proxy(
                kind,
                (proxy, method, arguments) -> method.getName().startsWith("execute")
                        ? DatabaseWait.await(() -> call(statement, method, arguments))
                        : call(statement, method, arguments));
    }

    private static <T> T proxy(Class<T> kind, InvocationHandler handler) {
        return kind.cast(
                Proxy.newProxyInstance(ServerConnections.class.getClassLoader(), new Class<?>[] {kind}, handler));
    }

    private static @Nullable Object call(Object target, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
