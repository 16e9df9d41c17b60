-- What searches have learned of a conversation: of each 1,024 messages which words occur in which of them. Written by searches, never by
-- senders, so talking costs nothing for it; all of it follows from the logs, and may be deleted at any time.
CREATE TABLE search_blocks (
    conversation TEXT   NOT NULL,      -- a companion's id, or a conversation's number in digits
    block        BIGINT NOT NULL,      -- 0: the messages 1 to 1,024, and so on
    through      BIGINT NOT NULL,      -- the last message that is in it
    PRIMARY KEY (conversation, block)
);

-- In the order in which they are read: one letter of many blocks.
CREATE TABLE search_words (
    conversation TEXT   NOT NULL,
    initial      TEXT   NOT NULL,      -- the first letter of the words
    block        BIGINT NOT NULL,
    words        BYTEA  NOT NULL,      -- the words, and in which of the block's messages each of them is
    PRIMARY KEY (conversation, initial, block)
);
