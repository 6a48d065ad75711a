-- A release to an agency that the registry calls high-risk takes two supervisors. Between the two acts the referral is
-- endorsed. Who did which stands in the sealed document; here it is for lists, and for what the database itself refuses:
-- that nobody is both.
alter table referral drop constraint referral_state_check;
alter table referral add constraint referral_state_check check (state in ('DRAFT', 'SEALING', 'IN_REVIEW', 'ENDORSED',
  'RETURNED', 'RELEASED', 'WITHDRAWN'));
alter table referral
  add column endorser text,
  add column releaser text, -- null of what was released before this migration
  add constraint referral_endorsed_by_somebody check (state <> 'ENDORSED' or endorser is not null),
  add constraint referral_released_by_two check (endorser <> releaser);

-- Only the web face releases.
grant update (endorser, releaser) on referral to safehand_edge;
