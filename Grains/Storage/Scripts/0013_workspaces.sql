-- Workspaces, and who belongs to them: the truth of both. Every change of the members is written with the next revision, so that a second
-- activation can't write over it; and no workspace ever has two owners.
CREATE TABLE workspaces (
    workspace_id TEXT    NOT NULL PRIMARY KEY,
    name         TEXT    NOT NULL,
    slug         TEXT    NOT NULL UNIQUE,
    created_at   BIGINT  NOT NULL,              -- microseconds since 1970, UTC
    is_ending    INTEGER NOT NULL,              -- 1: gone for everybody, and being removed
    revision     BIGINT  NOT NULL
);
CREATE TABLE workspace_members (
    workspace_id TEXT    NOT NULL,
    user_id      TEXT    NOT NULL,
    role         INTEGER NOT NULL,              -- 0 owner, 1 admin, 2 member
    joined_at    BIGINT  NOT NULL,              -- microseconds since 1970, UTC
    PRIMARY KEY (workspace_id, user_id)
);
CREATE UNIQUE INDEX workspace_members_owner ON workspace_members (workspace_id) WHERE role = 0;
CREATE INDEX workspace_members_of_user ON workspace_members (user_id, joined_at, workspace_id);

-- Who was asked to join. One that was accepted stays until it expires, so that a repeat is recognized.
CREATE TABLE workspace_invitations (
    invitation_id TEXT    NOT NULL PRIMARY KEY,
    workspace_id  TEXT    NOT NULL,
    email         TEXT    NOT NULL,             -- in lower case
    role          INTEGER NOT NULL,
    token_hash    TEXT    NOT NULL UNIQUE,      -- SHA-256 of what was mailed, in hex
    accepted_by   TEXT,                         -- NULL: not yet
    created_at    BIGINT  NOT NULL,             -- microseconds since 1970, UTC
    expires_at    BIGINT  NOT NULL
);
CREATE UNIQUE INDEX workspace_invitations_to_email ON workspace_invitations (workspace_id, email);
CREATE INDEX workspace_invitations_of_email ON workspace_invitations (email);
