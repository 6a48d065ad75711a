package org.safehand.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * What was asked for on the command line.
 *
 * @param topics in the order they were named; all there are when none was
 * @param form how the report is written
 * @param extent how long it may take
 */
record Request(List<Topic> topics, Form form, Extent extent) implements CommandLine {
  /** How a report is written. */
  enum Form {
    TABLE,
    TSV
  }

  Request {
    topics = List.copyOf(topics);
  }

  static CommandLine parse(List<String> arguments) {
    List<Topic> topics = new ArrayList<>();
    Form form = Form.TABLE;
    Extent extent = Extent.USUAL;
    for (String argument : arguments) {
      var topic = Topic.ofName(argument);
      if (argument.equals("--tsv")) {
        form = Form.TSV;
      } else if (argument.equals("--long")) {
        extent = Extent.LONG;
      } else if (topic.isPresent()) {
        topics.add(topic.get());
      } else if (argument.startsWith("-")) {
        return new Misuse("usage: ./safehand bench [TOPIC...] [--tsv] [--long]");
      } else {
        return new Misuse("no benchmark of that topic yet: " + argument);
      }
    }
    return new Request(topics.isEmpty() ? List.of(Topic.values()) : topics, form, extent);
  }
}
