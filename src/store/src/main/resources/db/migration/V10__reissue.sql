-- A dispatch in whose place another stands: the same seal, packaged anew for another certificate of the same agency.
-- One that had been delivered stays DELIVERED; its document says what supersedes it.
alter table dispatch drop constraint dispatch_state_check;
alter table dispatch add constraint dispatch_state_check check (state in ('QUEUED', 'AUTHORISED', 'READY', 'SENDING',
  'UNKNOWN', 'DELIVERED', 'SUSPENDED', 'AVAILABLE', 'SUPERSEDED'));
