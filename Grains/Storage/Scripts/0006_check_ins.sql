-- The log of what companions wrote by themselves; each is also a message of the same number. Written in one unit with it.
CREATE TABLE check_ins (
    companion_id TEXT   NOT NULL,
    seq          BIGINT NOT NULL,      -- of the message
    id           TEXT   NOT NULL,      -- of the message
    reason       TEXT   NOT NULL,      -- Loneliness, Excitement, Frustration, GuiltTrip
    cause        TEXT   NOT NULL,      -- the same as a sentence
    emotions     TEXT   NOT NULL,      -- what the companion felt, as JSON
    was_ignored  INTEGER NOT NULL,     -- 0 or 1; of the last one only time can tell
    created_at   BIGINT NOT NULL,      -- microseconds since 1970, UTC
    PRIMARY KEY (companion_id, seq)
);

-- When a companion's message reached the user, and when the user read it; microseconds since 1970, UTC. For the user's own messages both
-- follow from the log.
ALTER TABLE messages ADD COLUMN delivered_at BIGINT;
ALTER TABLE messages ADD COLUMN read_at BIGINT;
