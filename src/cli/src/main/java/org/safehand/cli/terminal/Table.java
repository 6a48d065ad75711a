package org.safehand.cli.terminal;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.safehand.custody.json.JsonArray;
import org.safehand.custody.json.JsonBoolean;
import org.safehand.custody.json.JsonInteger;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.json.JsonString;
import org.safehand.custody.json.JsonValue;

/** Rows of cells, each column as wide as its widest cell. */
final class Table {
  private final List<List<String>> rows;

  Table(List<List<String>> rows) {
    this.rows = List.copyOf(rows);
  }

  /** A heading, then the members {@code columns} of each of {@code objects}. */
  static Table of(List<String> columns, List<JsonObject> objects) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(columns.stream().map(name -> name.toUpperCase(Locale.ROOT)).toList());
    for (JsonObject object : objects) {
      rows.add(
          columns.stream().map(name -> object.find(name).map(Table::scalar).orElse("")).toList());
    }
    return new Table(rows);
  }

  /** Name and value of everything within {@code value} that is neither object nor array. */
  static List<List<String>> leaves(JsonObject value) {
    List<List<String>> rows = new ArrayList<>();
    collect("", value, rows);
    return rows;
  }

  private static void collect(String name, JsonValue value, List<List<String>> rows) {
    if (value instanceof JsonObject object) {
      String prefix = name.isEmpty() ? "" : name + ".";
      for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
        collect(prefix + PlainText.of(member.getKey()), member.getValue(), rows);
      }
    } else if (value instanceof JsonArray array) {
      for (int i = 0; i < array.elements().size(); i++) {
        collect(name + "." + (i + 1), array.elements().get(i), rows);
      }
    } else {
      rows.add(List.of(name, scalar(value)));
    }
  }

  private static String scalar(JsonValue value) {
    if (value instanceof JsonString string) {
      return PlainText.of(string.value());
    }
    if (value instanceof JsonInteger integer) {
      return Long.toString(integer.value());
    }
    return value instanceof JsonBoolean truth
        ? Boolean.toString(truth.value())
        : PlainText.of(value.toString());
  }

  void write(PrintWriter out) {
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < row.size(); i++) {
        boolean last = i == row.size() - 1;
        line.append(row.get(i));
        line.append(" ".repeat(last ? 0 : width(i) - row.get(i).length() + 2));
      }
      out.println(line.toString().stripTrailing());
    }
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }
}
