-- What Orleans keeps on a node that is alone: the state of grains, and reminders. A single node has no membership to store.

-- A state that was cleared keeps its row without a payload, so versions only ever rise and no old etag fits again.
CREATE TABLE grain_states (
    grain_id   TEXT   NOT NULL,           -- type/key
    state_name TEXT   NOT NULL,
    version    BIGINT NOT NULL,           -- the etag: 1, 2, 3 …
    payload    BLOB,                      -- NULL: cleared
    PRIMARY KEY (grain_id, state_name)
);

CREATE TABLE reminders (
    grain_id   TEXT   NOT NULL,           -- type/key
    name       TEXT   NOT NULL,
    grain_hash BIGINT NOT NULL,           -- place on the ring, 0 … 2^32 - 1
    start_at   BIGINT NOT NULL,           -- microseconds since 1970, UTC
    period     BIGINT NOT NULL,           -- microseconds
    etag       TEXT   NOT NULL,           -- another one after each write
    PRIMARY KEY (grain_id, name)
) WITHOUT ROWID;
CREATE INDEX reminders_of_range ON reminders (grain_hash);
