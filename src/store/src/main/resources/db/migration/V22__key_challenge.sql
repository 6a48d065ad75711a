-- What a challenge to an agency's key is compared with: SHA-256 of its answer, from which nobody makes the answer; its
-- content is kept nowhere. No case data.
create table key_challenge (
  challenge_id uuid primary key,
  agency_id text not null check (agency_id ~ '^AG-[A-Z0-9]{1,8}-[0-9]{3,6}$'),
  certificate bytea not null check (octet_length(certificate) = 32),
  expected bytea not null check (octet_length(expected) = 32),
  asked_by text not null,
  expires_at timestamptz not null,
  used_for bytea check (octet_length(used_for) = 32)
);

-- One answer is good for one proposal, and who was asked for what is not told differently afterwards.
create function key_challenge_used_once() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if old.used_for is null and new.used_for is not null
      and (new.challenge_id, new.agency_id, new.certificate, new.expected, new.asked_by, new.expires_at)
        = (old.challenge_id, old.agency_id, old.certificate, old.expected, old.asked_by, old.expires_at) then
    return new;
  end if;
  raise exception 'a challenge is used once, and otherwise stays' using errcode = 'restrict_violation';
end
$$;
create trigger key_challenge_used_once before update on key_challenge
  for each row execute function key_challenge_used_once();

grant select, insert, update (used_for) on key_challenge to safehand_edge;
