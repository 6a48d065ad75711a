package org.safehand.store.database;

import static java.util.Objects.requireNonNull;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Keeps connections for the next who wants one, as the server does, so that two who start at the
 * same moment meet in the database and not while they connect.
 */
public final class KeptConnections {
  private final Queue<Connection> kept = new ConcurrentLinkedQueue<>();
  private final DataSource database;

  private KeptConnections(DataSource database) {
    this.database = requireNonNull(database, "database is null");
  }

  /** Connections of {@code database}, which are kept when they are closed. */
  public static DataSource over(DataSource database) {
    KeptConnections connections = new KeptConnections(database);
    return proxy(
        DataSource.class,
        (method, arguments) ->
            method.getName().equals("getConnection")
                ? connections.next()
                : call(database, method, arguments));
  }

  private Connection next() throws Exception {
    Connection before = kept.poll();
    Connection real = before == null ? database.getConnection() : before;
    return proxy(
        Connection.class,
        (method, arguments) -> {
          if (!method.getName().equals("close")) {
            return call(real, method, arguments);
          }
          real.setAutoCommit(true);
          kept.add(real);
          return null;
        });
  }

  private static <T> T proxy(Class<T> type, Call call) {
    return type.cast(
        Proxy.newProxyInstance(
            KeptConnections.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> call.answer(method, arguments)));
  }

  private static @Nullable Object call(Object real, Method method, Object[] arguments)
      throws Throwable {
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  /** What is answered to one call. */
  private interface Call {
    @Nullable Object answer(Method method, Object[] arguments) throws Throwable;
  }
}
