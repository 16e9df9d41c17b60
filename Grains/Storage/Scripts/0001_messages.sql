-- The log of what was said in each conversation. The primary key is the whole point: a second activation of the same
-- actor can't write a message under a number that is taken, so a conversation never forks.
CREATE TABLE messages (
    conversation_id TEXT   NOT NULL,
    seq             BIGINT NOT NULL,      -- 1, 2, 3 … without gaps, so a page is a range of this key
    id              TEXT   NOT NULL,      -- a UUIDv7
    role            INTEGER NOT NULL,     -- 0 user, 1 assistant
    content         TEXT   NOT NULL,
    emotion         TEXT,                 -- the word shown beside an assistant's message
    feelings        TEXT,                 -- what the companion felt after this message, as JSON
    created_at      BIGINT NOT NULL,      -- microseconds since 1970, UTC
    PRIMARY KEY (conversation_id, seq)
);
