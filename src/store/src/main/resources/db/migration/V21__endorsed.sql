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

-- A check passes on null: whoever forgot who was first would be let through by the checks alone.
create function referral_is_released_by_two() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if new.state = 'RELEASED' and old.state <> 'RELEASED'
      and (new.releaser is null or new.endorser is distinct from old.endorser) then
    raise exception 'a release says who released, first and second' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger referral_is_released_by_two before update on referral
  for each row execute function referral_is_released_by_two();

-- Only the web face releases.
grant update (endorser, releaser) on referral to safehand_edge;
