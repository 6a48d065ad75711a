package org.safehand.referral.life;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.safehand.referral.access.Signatory;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.content.ReferralContent;
import org.safehand.referral.exhibit.Exhibit;
import org.safehand.referral.exhibit.RemovedExhibit;
import org.safehand.referral.id.CaseId;
import org.safehand.referral.id.HumanReference;
import org.safehand.referral.id.ReferralId;

/**
 * What a referral version is in every state.
 *
 * @param id opaque
 * @param caseId the case whose version this is
 * @param reference for people; the same in all versions
 * @param number 1 for the first version
 * @param revision counts changes of state or content, from 1; the API's ETag
 * @param unit the organisation unit that it belongs to
 * @param author who wrote it first
 * @param editors everyone who changed or submitted it, the author included; none of them may
 *     release it
 * @param createdAt when the draft was opened
 * @param content what it says
 * @param exhibits in the order of their numbers
 * @param removed exhibits that were taken out, in the order of their numbers
 * @param assignee to whom it was handed over last; empty while it is its author's
 */
public record ReferralVersion(
    ReferralId id,
    CaseId caseId,
    HumanReference reference,
    int number,
    long revision,
    String unit,
    Signatory author,
    SortedSet<StaffNumber> editors,
    Instant createdAt,
    ReferralContent content,
    List<Exhibit> exhibits,
    List<RemovedExhibit> removed,
    Optional<StaffNumber> assignee) {
  /** Copies the collections. */
  public ReferralVersion {
    requireNonNull(id, "id is null");
    requireNonNull(caseId, "caseId is null");
    requireNonNull(reference, "reference is null");
    if (number < 1 || revision < 1) {
      throw new IllegalArgumentException("versions and revisions count from 1");
    }
    requireNonNull(unit, "unit is null");
    requireNonNull(author, "author is null");
    editors = new TreeSet<>(editors);
    requireNonNull(createdAt, "createdAt is null");
    requireNonNull(content, "content is null");
    exhibits = List.copyOf(exhibits);
    removed = List.copyOf(removed);
    requireNonNull(assignee, "assignee is null");
  }

  /** A version of which no exhibit was taken out, and that was handed over to nobody. */
  public ReferralVersion(
      ReferralId id,
      CaseId caseId,
      HumanReference reference,
      int number,
      long revision,
      String unit,
      Signatory author,
      SortedSet<StaffNumber> editors,
      Instant createdAt,
      ReferralContent content,
      List<Exhibit> exhibits) {
    this(
        id,
        caseId,
        reference,
        number,
        revision,
        unit,
        author,
        editors,
        createdAt,
        content,
        exhibits,
        List.of(),
        Optional.empty());
  }

  @Override
  public SortedSet<StaffNumber> editors() {
    return new TreeSet<>(editors);
  }

  /** Whether {@code person} wrote, changed or submitted it, or works on it. */
  public boolean isWorkOf(StaffNumber person) {
    return author.number().equals(person) || editors.contains(person) || worker().equals(person);
  }

  /** Who works on it: whom it was handed over to, or its author. */
  public StaffNumber worker() {
    return assignee.orElse(author.number());
  }

  /** The number that the next exhibit gets. */
  public int nextExhibitNumber() {
    return exhibits.size() + removed.size() + 1;
  }

  /** Every exhibit that it ever had, in the order of their numbers, which have no gap. */
  public List<Exhibit> everyExhibit() {
    return Stream.concat(exhibits.stream(), removed.stream().map(RemovedExhibit::exhibit))
        .sorted(Comparator.comparingInt(Exhibit::number))
        .toList();
  }

  ReferralVersion without(RemovedExhibit tombstone) {
    List<Exhibit> fewer = new ArrayList<>(exhibits);
    if (!fewer.remove(tombstone.exhibit())) {
      throw new IllegalArgumentException("it has no such exhibit");
    }
    List<RemovedExhibit> more = new ArrayList<>(removed);
    more.add(tombstone);
    more.sort(Comparator.comparingInt(gone -> gone.exhibit().number()));
    return next(editorsAnd(tombstone.by()), content, fewer, more, assignee);
  }

  ReferralVersion with(Exhibit exhibit, StaffNumber editor) {
    if (exhibit.number() != nextExhibitNumber()) {
      throw new IllegalArgumentException("exhibit numbers have no gaps");
    }
    List<Exhibit> more = new ArrayList<>(exhibits);
    more.add(exhibit);
    return next(editorsAnd(editor), content, more, removed, assignee);
  }

  ReferralVersion edited(StaffNumber editor) {
    return next(editorsAnd(editor), content, exhibits, removed, assignee);
  }

  private SortedSet<StaffNumber> editorsAnd(StaffNumber editor) {
    SortedSet<StaffNumber> everyone = editors();
    everyone.add(editor);
    return everyone;
  }

  ReferralVersion saying(ReferralContent other, StaffNumber editor) {
    return next(editorsAnd(editor), other, exhibits, removed, assignee);
  }

  ReferralVersion assigned(StaffNumber to) {
    return next(editors, content, exhibits, removed, Optional.of(to));
  }

  ReferralVersion next() {
    return next(editors, content, exhibits, removed, assignee);
  }

  private ReferralVersion next(
      SortedSet<StaffNumber> nextEditors,
      ReferralContent nextContent,
      List<Exhibit> nextExhibits,
      List<RemovedExhibit> nextRemoved,
      Optional<StaffNumber> nextAssignee) {
    return new ReferralVersion(
        id,
        caseId,
        reference,
        number,
        revision + 1,
        unit,
        author,
        nextEditors,
        createdAt,
        nextContent,
        nextExhibits,
        nextRemoved,
        nextAssignee);
  }
}
