-- What somebody may see at a glance who may not look: numbers of dispatches, and an agency the events of what it was sent.

-- An administrator is in no view and so sees no row; how many dispatches there are tells of none of them. An
-- agency is told nothing: numbers of others are no more its business than their dispatches.
create function door.dispatch_counts() returns table (agency text, state text, dispatches bigint)
language sql stable parallel restricted security definer set search_path = pg_catalog, pg_temp as $$
  select d.agency, d.state, count(*) from public.dispatch d where door.agency() is null
    group by d.agency, d.state order by d.agency, d.state
$$;
grant execute on function door.dispatch_counts to safehand_edge;

-- An agency sees events of the cases that it was sent, of those kinds that are about sending. Which of them are about
-- sending to this agency stands in their sealed bodies, so the gateway leaves out the others.
create policy agency_sees on custody_event for select to safehand_edge using (
  (select door.agency()) is not null
  and type in ('transmit-authorised', 'packaged', 'transmit-attempted', 'transmit-failed', 'transmit-delivered',
    'delivery-receipt', 'opening-receipt', 'receipt-refused', 'retrieved', 'reissued', 'disposition', 'clearance')
  and exists (select from referral r where r.case_id = custody_event.case_id));
