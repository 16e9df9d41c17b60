-- The list of an account's companions: a projection that each companion writes after its own state.
CREATE TABLE companions (
    companion_id TEXT   NOT NULL PRIMARY KEY,
    owner_id     TEXT   NOT NULL,
    created_at   BIGINT NOT NULL          -- microseconds since 1970, UTC
);
CREATE INDEX companions_of_owner ON companions (owner_id, created_at, companion_id);

-- Avatars that are whole pictures.
CREATE TABLE avatars (
    companion_id TEXT NOT NULL PRIMARY KEY,
    data_uri     TEXT NOT NULL
);
