package org.safehand.referral.change;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.json.JsonObjectBuilder;
import org.safehand.custody.json.JsonString;
import org.safehand.referral.access.Operation;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.document.CodeShape;
import org.safehand.referral.document.Faults;
import org.safehand.referral.document.NumberShape;
import org.safehand.referral.document.ObjectShape;
import org.safehand.referral.document.TextShape;
import org.safehand.referral.enrolment.ChallengeAnswer;
import org.safehand.referral.enrolment.KeyFingerprint;
import org.safehand.referral.enrolment.KeyProof;
import org.safehand.referral.enrolment.KeyRequest;
import org.safehand.referral.id.AgencyId;
import org.safehand.referral.person.BindingShape;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.Refusal;
import org.safehand.referral.refusal.RefusalCode;
import org.safehand.referral.registry.AgencyJson;
import org.safehand.referral.registry.AuthorityJson;
import org.safehand.referral.settings.SettingsJson;

/**
 * The JSON document of a change: what the API takes and what is stored and read are this one form.
 * Roles may come in any order, and PEM in any layout; what is kept has one spelling.
 */
public final class ChangeDocument {
  private static final long LAST = (1L << 53) - 2;
  private static final NumberShape REVISION = new NumberShape(1, LAST);
  private static final Set<String> OF_PEOPLE =
      Set.of(BindPerson.CREATE, BindPerson.CHANGE, UnbindPerson.KIND);
  private static final Set<String> OF_ENDPOINTS =
      Set.of(
          SetAgency.KIND,
          RemoveAgency.KIND,
          SetAuthorities.KIND,
          AddAgencyKey.KIND,
          SetSettings.KIND);
  private static final ObjectShape KIND =
      ObjectShape.empty().must("kind", new CodeShape(union(OF_PEOPLE, OF_ENDPOINTS)));
  private static final TextShape AGENCY_ID = TextShape.agency();

  private static final Map<String, ObjectShape> SHAPES = shapes();

  private ChangeDocument() {}

  /** The kinds of change that are proposed and decided under {@code operation}. */
  public static Set<String> kinds(Operation operation) {
    return switch (operation) {
      case MANAGE_USERS -> OF_PEOPLE;
      case MANAGE_ENDPOINTS -> OF_ENDPOINTS;
      default -> Set.of();
    };
  }

  /**
   * Under which operation {@code document} is proposed, which its kind says even where the rest
   * cannot be read; of no known kind, the one that fewer people may do.
   */
  public static Operation operation(JsonObject document) {
    return OF_ENDPOINTS.contains(kind(document))
        ? Operation.MANAGE_ENDPOINTS
        : Operation.MANAGE_USERS;
  }

  /** The change that {@code document} says, or a refusal that points at every field at fault. */
  public static Outcome<Change> read(JsonObject document) {
    Faults faults = new Faults();
    try {
      Optional<ObjectShape> shape = Optional.ofNullable(SHAPES.get(kind(document)));
      if (shape.isPresent()) {
        shape.get().check(document, "", faults);
      } else {
        KIND.check(kindAlone(document), "", faults);
      }
      if (shape.isPresent() && faults.found().isEmpty() && document.has("person")) {
        BindingShape.check(document.object("person"), "/person", faults);
      }
      return faults.found().isEmpty()
          ? consistent(document)
          : Outcome.refused(Refusal.of(faults.found()));
    } catch (JsonException e) {
      throw new IllegalStateException("the shape let through what the reader does not know", e);
    }
  }

  /**
   * What is well-formed and yet contradicts itself, for example an endpoint that is there twice.
   */
  private static Outcome<Change> consistent(JsonObject document) throws JsonException {
    try {
      return Outcome.done(change(document));
    } catch (IllegalArgumentException contradiction) {
      Faults faults = new Faults();
      faults.add(
          document.has("agency") ? "/agency" : "",
          RefusalCode.VALUE_INVALID,
          String.valueOf(contradiction.getMessage()));
      return Outcome.refused(Refusal.of(faults.found()));
    }
  }

  /** Of a document of no known kind, nothing else can be said to be wrong. */
  private static JsonObject kindAlone(JsonObject document) {
    JsonObjectBuilder alone = JsonObject.builder();
    document.find("kind").ifPresent(kind -> alone.put("kind", kind));
    return alone.build();
  }

  private static String kind(JsonObject document) {
    return document.find("kind").orElse(new JsonString("")) instanceof JsonString text
        ? text.value()
        : "";
  }

  private static Map<String, ObjectShape> shapes() {
    Map<String, ObjectShape> shapes = new HashMap<>();
    ObjectShape revision = KIND.must("revision", REVISION);
    shapes.put(BindPerson.CREATE, KIND.must("person", BindingShape.SHAPE));
    shapes.put(BindPerson.CHANGE, revision.must("person", BindingShape.SHAPE));
    shapes.put(UnbindPerson.KIND, revision.must("number", BindingShape.STAFF_NUMBER));
    shapes.put(SetAgency.KIND, KIND.must("agency", AgencyJson.SHAPE).may("revision", REVISION));
    shapes.put(RemoveAgency.KIND, revision.must("id", AGENCY_ID));
    shapes.put(SetAuthorities.KIND, revision.must("authorities", AuthorityJson.SHAPE));
    shapes.put(
        SetSettings.KIND,
        KIND.must("settings", SettingsJson.SHAPE).must("revision", new NumberShape(0, LAST)));
    shapes.put(
        AddAgencyKey.KIND,
        revision
            .must("id", AGENCY_ID)
            .must("endpoint", TextShape.upTo(64))
            .must("certificate", AgencyJson.RECIPIENT)
            .may("request", new TextShape(12_000, ChangeDocument::isRequest, "a PKCS#10 request"))
            .may("proof", ChallengeAnswer.SHAPE)
            .must(
                "fingerprint",
                new TextShape(
                    79,
                    KeyFingerprint::isWellFormed,
                    "64 hexadecimal digits, in fours or in one")));
    return Map.copyOf(shapes);
  }

  private static Change change(JsonObject document) throws JsonException {
    long read = document.has("revision") ? document.integer("revision") : 0;
    return switch (document.string("kind")) {
      case UnbindPerson.KIND -> new UnbindPerson(new StaffNumber(document.string("number")), read);
      case SetAgency.KIND -> new SetAgency(AgencyJson.agency(document.object("agency")), read);
      case RemoveAgency.KIND -> new RemoveAgency(new AgencyId(document.string("id")), read);
      case AddAgencyKey.KIND -> key(document, read);
      case SetSettings.KIND ->
          new SetSettings(SettingsJson.settings(document.object("settings")), read);
      case SetAuthorities.KIND ->
          new SetAuthorities(AuthorityJson.authorities(document.array("authorities")), read);
      default -> new BindPerson(BindingShape.binding(document.object("person"), read + 1));
    };
  }

  private static Change key(JsonObject document, long read) throws JsonException {
    return new AddAgencyKey(
        new AgencyId(document.string("id")),
        document.string("endpoint"),
        AgencyJson.recipient(document.string("certificate")),
        proof(document),
        KeyFingerprint.parse(document.string("fingerprint")),
        read);
  }

  private static Optional<KeyProof> proof(JsonObject document) throws JsonException {
    Optional<String> request = document.optionalString("request");
    if (!document.has("proof")) {
      return request.map(KeyRequest::parse);
    }
    if (request.isPresent()) {
      throw new IllegalArgumentException("a key is proven by a request or by a challenge");
    }
    return Optional.of(ChallengeAnswer.read(document.object("proof")));
  }

  private static boolean isRequest(String text) {
    try {
      return !KeyRequest.parse(text).pem().isEmpty();
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }

  private static Set<String> union(Set<String> one, Set<String> other) {
    Set<String> all = new TreeSet<>(one);
    all.addAll(other);
    return all;
  }
}
