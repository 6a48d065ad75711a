package org.safehand.store.database;

import static java.util.Objects.requireNonNull;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Notes every statement that is asked of a database, in order. One thread. */
public final class CountedStatements {
  private final List<String> asked = new ArrayList<>();

  /** Connections of {@code database} whose statements are noted. */
  public DataSource over(DataSource database) {
    return noted(DataSource.class, requireNonNull(database, "database is null"));
  }

  /** What was asked while {@code work} was done. */
  public List<String> during(Runnable work) {
    asked.clear();
    work.run();
    return List.copyOf(asked);
  }

  private <T> T noted(Class<T> type, Object real) {
    return type.cast(
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> noted(method, call(real, method, arguments), arguments)));
  }

  private Object noted(Method method, Object answer, Object[] arguments) {
    if (arguments != null && arguments.length > 0 && arguments[0] instanceof String sql) {
      if (method.getName().matches("prepare(Statement|Call)|execute.*")) {
        asked.add(sql);
      }
    }
    if (answer instanceof Connection) {
      return noted(Connection.class, answer);
    }
    return method.getName().equals("createStatement") ? noted(Statement.class, answer) : answer;
  }

  private static Object call(Object real, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
