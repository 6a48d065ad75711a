package org.safehand.exchange.send;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;
import org.safehand.exchange.egress.EgressClient;

/** Breaks an answer off at the first byte too many, before anything parses it. */
final class AnswerLimit extends AbstractPhaseInterceptor<Message> {
  AnswerLimit() {
    super(Phase.RECEIVE);
  }

  @Override
  public void handleMessage(Message message) {
    InputStream answer = message.getContent(InputStream.class);
    if (answer != null) {
      message.setContent(InputStream.class, new Bounded(answer));
    }
  }

  private static final class Bounded extends FilterInputStream {
    private long left = EgressClient.MOST_BYTES;

    Bounded(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      count(b == -1 ? 0 : 1);
      return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int n = super.read(buffer, offset, length);
      count(Math.max(n, 0));
      return n;
    }

    private void count(int n) throws IOException {
      left -= n;
      if (left < 0) {
        throw new IOException("the answer has more than " + EgressClient.MOST_BYTES + " bytes");
      }
    }
  }
}
