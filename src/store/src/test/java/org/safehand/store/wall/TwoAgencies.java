package org.safehand.store.wall;

import java.sql.SQLException;
import java.util.List;
import org.safehand.store.database.TestDatabase;

/**
 * Two referrals in a database: {@code R-N} of unit-a by S-1, dispatched to AG-N-001 and, not yet
 * delivered, to AG-W-003; {@code R-S} of unit-b by S-2, dispatched to AG-S-002.
 */
final class TwoAgencies {
  /** The tables of cases, whose rows are seen from within a view only. */
  static final List<String> TABLES =
      List.of(
          "referral",
          "referral_recipient",
          "exhibit",
          "dispatch",
          "dispatch_draft",
          "dispatch_recipe",
          "custody_event");

  private static final String ROWS =
      """
      insert into referral values
        ('00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-0000000000a1', 'R-N', 1, 1,
          'RELEASED', 'unit-a', 'S-1', 'X', 'U1', false, 0, now(), ''),
        ('00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-0000000000a2', 'R-S', 1, 1,
          'RELEASED', 'unit-b', 'S-2', 'X', 'U1', false, 0, now(), '');
      insert into dispatch values
        ('00000000-0000-7000-8000-0000000000d1', '00000000-0000-7000-8000-000000000001',
          '00000000-0000-7000-8000-0000000000a1', 'AG-N-001', 'SOAP', 'DELIVERED', 1, 0, null, ''),
        ('00000000-0000-7000-8000-0000000000d2', '00000000-0000-7000-8000-000000000002',
          '00000000-0000-7000-8000-0000000000a2', 'AG-S-002', 'SOAP', 'AVAILABLE', 1, 0, null, ''),
        ('00000000-0000-7000-8000-0000000000d3', '00000000-0000-7000-8000-000000000001',
          '00000000-0000-7000-8000-0000000000a1', 'AG-W-003', 'SOAP', 'QUEUED', 1, 0, null, '');
      insert into exhibit select referral_id, n, '' from referral, generate_series(1, 2) n;
      insert into case_file select referral_id, '' from referral;
      insert into dispatch_draft select dispatch_id, '' from dispatch;
      insert into dispatch_recipe select dispatch_id, '' from dispatch;
      insert into custody_event (event_id, case_id, case_sequence, type, recorded_at, leaf, leaf_hash,
          sealed_body, node_id, node_signature)
        select gen_random_uuid(), case_id, n, (array['opened', 'released', 'packaged', 'transmit-suspended'])[n + 1],
          now(), '', sha256((case_id::text || n)::bytea), '', 'node-1', '' from referral, generate_series(0, 3) n
      """;

  private TwoAgencies() {}

  static TestDatabase database() {
    TestDatabase database = TestDatabase.migrated();
    try {
      database.run("postgres", ROWS);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return database;
  }
}
