-- The keys of a case, wrapped: evidence and custody key under the key encryption key, the tag key under the custody
-- key. Destroying a row makes unreadable what the key sealed; the gateway's own role cannot destroy any.
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO safehand_app, safehand_sequencer;

CREATE TABLE case_key (
    case_id     uuid        NOT NULL,
    purpose     text        NOT NULL CHECK (purpose IN ('evidence', 'custody', 'tag')),
    key_version integer     NOT NULL CHECK (key_version >= 1),
    wrapped     bytea       NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (case_id, purpose, key_version)
);
GRANT SELECT, INSERT ON case_key TO safehand_app;
