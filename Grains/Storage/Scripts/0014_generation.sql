-- Jobs that make pictures: the truth of each, what lists show, and what was made. Every change is written with the next revision, so that a
-- second activation can't write over it.
CREATE TABLE generation_jobs (
    job_id     TEXT    NOT NULL PRIMARY KEY,
    owner_id   TEXT    NOT NULL,                -- whose it is, and who pays: an account or a workspace
    user_id    TEXT    NOT NULL,                -- who asked for it
    kind       INTEGER NOT NULL,                -- 0 mascot, 1 animation, 2 logo pack, 3 figures
    subject_id TEXT,                            -- the mascot that it is about
    file_id    TEXT,                            -- what its owner files it under
    pack_id    TEXT,                            -- those of a pack are accepted all or not at all
    state      INTEGER NOT NULL,                -- 0 queued, 1 generating, 2 processing, 3 completed, 4 failed, 5 cancelled
    progress   INTEGER NOT NULL,                -- 0 to 100
    revision   BIGINT  NOT NULL,
    priority   INTEGER NOT NULL,
    price      BIGINT  NOT NULL,
    attempts   INTEGER NOT NULL,                -- how often it was begun
    is_settled INTEGER NOT NULL,                -- 1: it has ended, and its charge too
    job_order  TEXT    NOT NULL,                -- JSON
    result     TEXT,                            -- JSON
    error      TEXT,
    created_at BIGINT  NOT NULL,                -- microseconds since 1970, UTC
    updated_at BIGINT  NOT NULL,
    deleted_at BIGINT                           -- from then on nobody sees it
);
CREATE INDEX generation_jobs_of_owner ON generation_jobs (owner_id, kind, job_id);
CREATE INDEX generation_jobs_of_file ON generation_jobs (owner_id, file_id, kind, job_id) WHERE file_id IS NOT NULL;
CREATE INDEX generation_jobs_of_subject ON generation_jobs (subject_id, kind, job_id) WHERE subject_id IS NOT NULL;
CREATE INDEX generation_jobs_of_pack ON generation_jobs (pack_id) WHERE pack_id IS NOT NULL;
CREATE INDEX generation_jobs_unsettled ON generation_jobs (job_id) WHERE is_settled = 0;

-- The pictures of figures: each has its own life once its job is done.
CREATE TABLE figures (
    image_id   TEXT    NOT NULL PRIMARY KEY,    -- rises with time
    job_id     TEXT    NOT NULL,
    user_id    TEXT    NOT NULL,
    visibility INTEGER NOT NULL,                -- 0 its owner's alone, 1 public, 2 public but reported: only its owner sees it
    prompt     TEXT    NOT NULL,
    parameters TEXT    NOT NULL,                -- what was asked for, JSON
    model      TEXT    NOT NULL,
    tags       TEXT    NOT NULL,                -- in their order, JSON
    file       TEXT    NOT NULL,                -- keys of the blob store
    thumbnail  TEXT    NOT NULL,
    width      INTEGER NOT NULL,
    height     INTEGER NOT NULL,
    seed       BIGINT  NOT NULL,
    revision   BIGINT  NOT NULL,
    created_at BIGINT  NOT NULL                 -- microseconds since 1970, UTC
);
CREATE INDEX figures_of_user ON figures (user_id, image_id);
CREATE INDEX figures_public ON figures (image_id) WHERE visibility = 1;

-- Each tag of each picture, with what a search by it needs.
CREATE TABLE figure_tags (
    image_id   TEXT    NOT NULL,
    tag        TEXT    NOT NULL,
    user_id    TEXT    NOT NULL,
    visibility INTEGER NOT NULL,
    PRIMARY KEY (image_id, tag)
);
CREATE INDEX figure_tags_of_user ON figure_tags (user_id, tag, image_id);
CREATE INDEX figure_tags_public ON figure_tags (tag, image_id) WHERE visibility = 1;

CREATE TABLE figure_favorites (
    user_id    TEXT    NOT NULL,
    image_id   TEXT    NOT NULL,
    created_at BIGINT  NOT NULL,
    PRIMARY KEY (user_id, image_id)
);
CREATE INDEX figure_favorites_by_time ON figure_favorites (user_id, created_at, image_id);
CREATE INDEX figure_favorites_of_image ON figure_favorites (image_id);

-- Who has found something wrong with a picture. It is hidden until an admin has looked.
CREATE TABLE figure_reports (
    image_id   TEXT    NOT NULL,
    user_id    TEXT    NOT NULL,
    reason     TEXT    NOT NULL,
    details    TEXT    NOT NULL,
    created_at BIGINT  NOT NULL,
    PRIMARY KEY (image_id, user_id)
);
CREATE INDEX figure_reports_of_user ON figure_reports (user_id);
