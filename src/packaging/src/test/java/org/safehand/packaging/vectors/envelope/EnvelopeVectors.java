package org.safehand.packaging.vectors.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.safehand.custody.vectors.form.Suite;
import org.safehand.custody.vectors.form.Vector;
import org.safehand.custody.vectors.form.VectorKind;
import org.safehand.packaging.envelope.Envelope;
import org.safehand.packaging.fault.PackageException;
import org.safehand.packaging.recipient.RecipientKey;
import org.safehand.packaging.segment.Tag;
import org.safehand.packaging.vectors.kinds.Reader;

/** Envelopes alone, with the ciphertext inside or beside. */
public final class EnvelopeVectors implements VectorKind {
  @Override
  public String name() {
    return "envelope";
  }

  @Override
  public String judge(Vector vector, Suite suite) {
    RecipientKey key = Reader.recipient(vector.text("recipient"));
    try {
      Envelope envelope = Envelope.read("envelope", vector.bytes("envelope"));
      byte[] content;
      if (vector.has("ciphertext")) {
        byte[] ciphertext = vector.bytes("ciphertext");
        content = new byte[ciphertext.length];
        envelope.open(
            key,
            Arrays.copyOf(ciphertext, ciphertext.length + Tag.LENGTH),
            ciphertext.length,
            content);
      } else {
        content = envelope.open(key);
      }
      assertThat(content).isEqualTo(vector.bytes("content"));
      return Vector.OK;
    } catch (PackageException e) {
      return e.fault().code();
    }
  }

  @Override
  public void make(Suite suite) throws Exception {
    for (String recipient :
        new String[] {"rsa-3072", "p256", "p384", "ml-kem-768", "ml-kem-1024"}) {
      new Enveloped(suite, recipient).accept();
    }
    new FrameForgeries(new Enveloped(suite, "p256")).make();
    new KeyForgeries(new Enveloped(suite, "p256")).makeAgreed();
    new KeyForgeries(new Enveloped(suite, "rsa-3072")).makeTransported();
    new KeyForgeries(new Enveloped(suite, "ml-kem-768")).makeEncapsulated();
  }
}
