package org.safehand.exchange.work;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.safehand.exchange.send.AgencyChannel;
import org.safehand.exchange.send.Answer;
import org.safehand.exchange.send.Shipment;
import org.safehand.referral.endpoint.Endpoint;
import org.safehand.referral.id.DispatchId;

/** An agency that answers as it is told and remembers what it was asked. */
final class ScriptedChannel implements AgencyChannel {
  private final Deque<Answer> answers = new ArrayDeque<>();
  private final List<String> calls = new ArrayList<>();
  private Runnable meanwhile = () -> {};

  void answers(Answer... next) {
    answers.addAll(List.of(next));
  }

  /** Does {@code what} whenever the agency is asked for a receipt. */
  void meanwhile(Runnable what) {
    meanwhile = what;
  }

  List<String> calls() {
    return List.copyOf(calls);
  }

  @Override
  public Answer deliver(Endpoint endpoint, Shipment shipment) {
    calls.add("deliver");
    return answers.remove();
  }

  @Override
  public Answer receiptFor(Endpoint endpoint, DispatchId id) {
    calls.add("receiptFor");
    meanwhile.run();
    return answers.remove();
  }
}
