-- Conversations with the assistant. A row is both what its actor keeps and what lists show: it is written in the commit of
-- the messages that change it, so the two can't differ. The revision keeps a second activation from writing over it.
CREATE TABLE conversations (
    number          BIGINT NOT NULL PRIMARY KEY,
    owner_id        TEXT   NOT NULL,
    owner_number    BIGINT NOT NULL,
    operation_id    TEXT   NOT NULL UNIQUE,   -- the request that created it: one that is sent again creates nothing
    title           TEXT   NOT NULL,
    total_tokens    BIGINT NOT NULL,          -- the sum over its messages
    token_limit     BIGINT NOT NULL,
    message_count   BIGINT NOT NULL,
    last_message    TEXT,                     -- the beginning of it; NULL: none yet
    last_message_at BIGINT,
    created_at      BIGINT NOT NULL,          -- microseconds since 1970, UTC
    updated_at      BIGINT NOT NULL,
    revision        BIGINT NOT NULL
);
CREATE INDEX conversations_of_owner ON conversations (owner_id, updated_at, number);

-- The log of what was said in them.
CREATE TABLE conversation_messages (
    conversation  BIGINT  NOT NULL,
    seq           BIGINT  NOT NULL,           -- 1, 2, 3 … without gaps
    number        BIGINT  NOT NULL,           -- the id that clients see
    operation_id  TEXT    NOT NULL,           -- the request that asked, the same for the answer
    role          INTEGER NOT NULL,           -- 0 user, 1 assistant
    content       TEXT    NOT NULL,
    text_tokens   BIGINT  NOT NULL,           -- of the content alone
    tokens        BIGINT  NOT NULL,           -- what it cost: of an answer, with all that the model had to read
    created_at    BIGINT  NOT NULL,           -- microseconds since 1970, UTC
    PRIMARY KEY (conversation, seq)
);
CREATE UNIQUE INDEX conversation_messages_of_operation ON conversation_messages (conversation, operation_id, role);

-- What raised the limits of conversations: each under a key of whoever raised it, so that it counts once.
CREATE TABLE token_grants (
    conversation BIGINT NOT NULL,
    grant_key    TEXT   NOT NULL,
    tokens       BIGINT NOT NULL,
    created_at   BIGINT NOT NULL,             -- microseconds since 1970, UTC
    PRIMARY KEY (conversation, grant_key)
);
