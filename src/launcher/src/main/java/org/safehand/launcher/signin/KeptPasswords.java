package org.safehand.launcher.signin;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import org.safehand.launcher.keycloak.Person;
import org.safehand.launcher.place.Secrets;

/** Passwords of a demo person: the one-time password, afterwards a generated one that is kept. */
public final class KeptPasswords implements Passwords {
  private final Secrets secrets;
  private final Person person;

  public KeptPasswords(Secrets secrets, Person person) {
    this.secrets = requireNonNull(secrets, "secrets is null");
    this.person = requireNonNull(person, "person is null");
  }

  @Override
  public String present() throws IOException {
    return secrets.password(
        secrets.has(person.chosenSecretName()) ? person.chosenSecretName() : person.secretName());
  }

  @Override
  public String next() throws IOException {
    return secrets.password(nextName());
  }

  @Override
  public void changed() throws IOException {
    secrets.rename(nextName(), person.chosenSecretName());
  }

  private String nextName() {
    return "next-" + person.username();
  }
}
