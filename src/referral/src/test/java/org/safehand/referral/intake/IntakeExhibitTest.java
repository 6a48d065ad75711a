package org.safehand.referral.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.safehand.referral.sample.Hotline.exhibit;
import static org.safehand.referral.sample.Hotline.value;
import static org.safehand.referral.sample.Refusals.assertRefused;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safehand.custody.digest.Digest;
import org.safehand.packaging.segment.SegmentCipher;
import org.safehand.packaging.segment.SegmentFacts;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.exhibit.Exhibit;
import org.safehand.referral.exhibit.StoredSegment;
import org.safehand.referral.life.DraftReferral;
import org.safehand.referral.life.Referral;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.RefusalCode;
import org.safehand.referral.sample.Hotline;
import org.safehand.referral.sample.People;
import org.safehand.referral.sample.Refusals;
import org.safehand.referral.settings.Setting;

class IntakeExhibitTest {
  private static final int SEGMENT = SegmentFacts.MAX_BYTES;
  private static final StaffNumber OFFICER = People.OFFICER.number();

  private final Hotline hotline = new Hotline();
  private final Referral draft = hotline.opened();

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 70_000, SEGMENT - 1, SEGMENT, SEGMENT + 1, 2 * SEGMENT})
  void exhibit_ofAnySize_isStoredInSegmentsThatDecryptToIt(int size) throws Exception {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    Exhibit exhibit = hotline.taken(draft, bytes);
    assertThat(exhibit.segments()).hasSize(Math.max(1, (size + SEGMENT - 1) / SEGMENT));
    assertThat(exhibit.digest().sha256()).isEqualTo(Digest.of(bytes));
    assertThat(Digest.of(plaintext(exhibit))).isEqualTo(Digest.of(bytes));
    assertThat(hotline.now(draft).version().exhibits()).containsExactly(exhibit);
    assertThat(hotline.ports.recorder().types(draft.version().caseId()))
        .containsExactly("case-opened", "intake");
  }

  @Test
  void twoExhibits_getNumbersInOrder() {
    assertThat(hotline.taken(draft, new byte[1]).label()).isEqualTo("0001");
    assertThat(hotline.taken(draft, new byte[2]).label()).isEqualTo("0002");
  }

  @Test
  void otherDigest_isRefusedAndNothingStaysStored() {
    NewExhibit wrong =
        new NewExhibit(
            draft.version().id(),
            "note.txt",
            "text/plain",
            OptionalLong.empty(),
            Digest.of("other".getBytes(UTF_8)));
    refused(RefusalCode.EXHIBIT_DIGEST_MISMATCH, wrong, new byte[SEGMENT + 5]);
  }

  @Test
  void endBeforeDeclaredLength_isRefusedAndNothingStaysStored() {
    byte[] cut = new byte[SEGMENT];
    NewExhibit longer =
        new NewExhibit(
            draft.version().id(),
            "note.txt",
            "text/plain",
            OptionalLong.of(SEGMENT + 1L),
            Digest.of(cut));
    refused(RefusalCode.EXHIBIT_TRUNCATED, longer, cut);
  }

  @Test
  void moreThanDeclaredLength_isRefusedAndNothingStaysStored() {
    byte[] bytes = new byte[3];
    NewExhibit shorter =
        new NewExhibit(
            draft.version().id(), "note.txt", "text/plain", OptionalLong.of(2), Digest.of(bytes));
    refused(RefusalCode.EXHIBIT_TRUNCATED, shorter, bytes);
  }

  @Test
  void brokenConnection_isRefusedAndNothingStaysStored() {
    byte[] bytes = new byte[SEGMENT + 10];
    InputStream breaking = new BreakingStream(bytes, SEGMENT + 4);
    assertRefused(
        hotline,
        People.OFFICER,
        draft,
        RefusalCode.EXHIBIT_TRUNCATED,
        () -> hotline.intake.take(People.OFFICER, exhibit(draft, bytes), breaking));
  }

  @Test
  void tooLarge_isRefusedAndNothingStaysStored() {
    hotline.ports.settings().set(Setting.LARGEST_EXHIBIT_BYTES, 33 * 1024 * 1024);
    byte[] bytes = new byte[33 * 1024 * 1024 + 1];
    refused(RefusalCode.EXHIBIT_TOO_LARGE, exhibit(draft, bytes), bytes);
  }

  @Test
  void exhibitAfterTheLastNumber_isRefusedBeforeAnythingIsRead() {
    Exhibit one = hotline.taken(draft, new byte[1]);
    filled(one);
    NewExhibit another = exhibit(draft, new byte[1]);
    InputStream untouched = new BreakingStream(new byte[1], 0);
    assertRefused(
        hotline,
        People.OFFICER,
        draft,
        RefusalCode.TOO_MANY_EXHIBITS,
        () -> hotline.intake.take(People.OFFICER, another, untouched));
  }

  @Test
  void lastNumber_givenWhileBytesComeIn_refusesTheExhibitAndNothingStaysStored() {
    Exhibit one = hotline.taken(draft, new byte[1]);
    byte[] bytes = new byte[10];
    InputStream slow =
        new InputStream() {
          private final InputStream rest = new ByteArrayInputStream(bytes);

          @Override
          public int read() {
            throw new UnsupportedOperationException();
          }

          @Override
          public int read(byte[] into, int offset, int length) throws IOException {
            if (rest.available() == bytes.length) {
              filled(one);
            }
            return rest.read(into, offset, length);
          }
        };
    int stored = hotline.ports.vault().size();
    assertThat(
            Refusals.refusal(hotline.intake.take(People.OFFICER, exhibit(draft, bytes), slow))
                .code())
        .isEqualTo(RefusalCode.TOO_MANY_EXHIBITS);
    assertThat(hotline.ports.vault().size()).isEqualTo(stored);
  }

  /** As many exhibits as a case can have, all of them like {@code one}. */
  private void filled(Exhibit one) {
    hotline
        .ports
        .unit()
        .run(
            () -> {
              DraftReferral full = (DraftReferral) hotline.now(draft);
              while (full.version().nextExhibitNumber() <= Exhibit.MAX_NUMBER) {
                full = full.with(numbered(one, full.version().nextExhibitNumber()), OFFICER);
                hotline.ports.referrals().save(full);
              }
              return full;
            });
  }

  private static Exhibit numbered(Exhibit one, int number) {
    return new Exhibit(
        one.id(),
        number,
        one.originalName(),
        one.mediaType(),
        one.digest(),
        one.acquisition(),
        one.segments());
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/x-msdownload", "text", "text/", "*/*", "image/svg xml", ""})
  void mediaType_malformedOrNotOnTheList_isRefusedBeforeAnythingIsRead(String mediaType) {
    InputStream untouched = new BreakingStream(new byte[1], 0);
    NewExhibit wrong =
        new NewExhibit(
            draft.version().id(),
            "note.txt",
            mediaType,
            OptionalLong.empty(),
            Digest.of(new byte[1]));
    assertRefused(
        hotline,
        People.OFFICER,
        draft,
        RefusalCode.MEDIA_TYPE_NOT_ACCEPTED,
        () -> hotline.intake.take(People.OFFICER, wrong, untouched));
  }

  @Test
  void name_tooLong_isRefused() {
    NewExhibit wrong =
        new NewExhibit(
            draft.version().id(),
            "n".repeat(256),
            "text/plain",
            OptionalLong.empty(),
            Digest.of(new byte[1]));
    refused(RefusalCode.VALUE_TOO_LONG, wrong, new byte[1]);
  }

  @Test
  void anotherOfficer_isRefused() {
    byte[] bytes = new byte[1];
    assertRefused(
        hotline,
        People.COLLEAGUE,
        draft,
        RefusalCode.OPERATION_NOT_PERMITTED,
        () ->
            hotline.intake.take(
                People.COLLEAGUE, exhibit(draft, bytes), new ByteArrayInputStream(bytes)));
  }

  @Test
  void submittedReferral_takesNoExhibit() {
    Referral submitted = hotline.submitted();
    byte[] bytes = new byte[1];
    assertRefused(
        hotline,
        People.OFFICER,
        submitted,
        RefusalCode.REFERRAL_WRONG_STATE,
        () ->
            hotline.intake.take(
                People.OFFICER, exhibit(submitted, bytes), new ByteArrayInputStream(bytes)));
  }

  @Test
  void submitWhileBytesComeIn_refusesTheExhibitAndNothingStaysStored() {
    hotline.taken(draft, new byte[1]);
    int stored = hotline.ports.vault().size();
    byte[] bytes = new byte[10];
    InputStream submitting =
        new ByteArrayInputStream(bytes) {
          @Override
          public synchronized int read(byte[] into, int offset, int length) {
            if (pos == 0) {
              value(
                  hotline.submit.submit(
                      People.OFFICER, draft.version().id(), hotline.revision(draft)));
            }
            return super.read(into, offset, length);
          }
        };
    Outcome<Exhibit> outcome =
        hotline.intake.take(People.OFFICER, exhibit(draft, bytes), submitting);
    assertThat(Refusals.refusal(outcome).code()).isEqualTo(RefusalCode.REFERRAL_WRONG_STATE);
    assertThat(hotline.ports.vault().size()).isEqualTo(stored);
    assertThat(hotline.now(draft).version().exhibits()).hasSize(1);
  }

  @Test
  void vaultThatFails_throwsAndNothingStaysStored() {
    hotline.ports.vault().failAfter(1);
    byte[] bytes = new byte[SEGMENT + 1];
    assertThatThrownBy(() -> hotline.taken(draft, bytes)).isInstanceOf(UncheckedIOException.class);
    assertThat(hotline.ports.vault().size()).isZero();
    assertThat(hotline.now(draft)).isEqualTo(draft);
  }

  private void refused(RefusalCode code, NewExhibit request, byte[] bytes) {
    assertRefused(
        hotline,
        People.OFFICER,
        draft,
        code,
        () -> hotline.intake.take(People.OFFICER, request, new ByteArrayInputStream(bytes)));
  }

  private byte[] plaintext(Exhibit exhibit) throws IOException, GeneralSecurityException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < exhibit.segments().size(); i++) {
      StoredSegment segment = exhibit.segments().get(i);
      SegmentFacts facts = segment.facts();
      byte[] sealed = new byte[facts.bytes() + 16];
      try (InputStream in = hotline.ports.vault().open(segment.id())) {
        assertThat(in.readNBytes(sealed, 0, sealed.length)).isEqualTo(facts.bytes());
      }
      byte[] opened = new byte[facts.bytes()];
      SegmentCipher.open(
          hotline.ports.keys().unwrap(exhibit.place(draft.version().caseId(), i), segment.key()),
          facts.nonce(),
          facts.tag(),
          sealed,
          facts.bytes(),
          opened);
      out.write(opened);
    }
    return out.toByteArray();
  }

  /** Breaks off after so many bytes. */
  private static final class BreakingStream extends InputStream {
    private final ByteArrayInputStream bytes;
    private int left;

    BreakingStream(byte[] bytes, int left) {
      this.bytes = new ByteArrayInputStream(bytes);
      this.left = left;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) == -1 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      if (left == 0) {
        throw new IOException("planted: connection reset");
      }
      int n = bytes.read(into, offset, Math.min(length, left));
      left -= n;
      return n;
    }
  }
}
