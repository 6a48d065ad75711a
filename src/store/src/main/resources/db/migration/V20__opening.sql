-- That a person may have an exhibit in clear, once and soon: who deletes the row has used it. Ids and times alone; what for
-- stands in the event of the case that the same transaction records. It is seen by that person and nobody else, and is
-- added for what they see without a glass.
create table exhibit_opening (
  opening_id uuid primary key,
  case_id uuid not null,
  referral_id uuid not null,
  exhibit_id uuid not null,
  person text not null,
  opened_at timestamptz not null,
  until_at timestamptz not null check (until_at = opened_at + interval '5 minutes')
);
create index exhibit_opening_person on exhibit_opening (person);

grant select, insert, delete on exhibit_opening to safehand_edge;

alter table exhibit_opening enable row level security, force row level security;
create policy edge_uses on exhibit_opening to safehand_edge
  using (person = (select door.person()))
  with check (person = (select door.person()) and exists (select from referral r
    where r.referral_id = exhibit_opening.referral_id and r.case_id = exhibit_opening.case_id));
create policy glass_opens_nothing on exhibit_opening as restrictive for insert to safehand_edge
  with check (case_id is distinct from (select door.glass_case()));
