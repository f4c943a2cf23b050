-- Pictures on their way in from a browser. The pieces lie in the spool, one file for each line; what is told of how far
-- one has come is never more than what is on the disk. A line outlives its upload, for whoever did not hear the answer.
CREATE TABLE picture_upload (
    id            uuid PRIMARY KEY,
    owner         uuid NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
    name          text NOT NULL,
    size          bigint NOT NULL CHECK (size > 0),
    type          text NOT NULL,
    -- What the browser knows the file by when it is chosen again: when it was last changed there, in milliseconds, and
    -- the SHA-256 of its beginning. NULL: the browser does not say.
    last_modified bigint,
    head          text,
    arrived       bigint NOT NULL DEFAULT 0,
    state         text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'kept', 'refused')),
    picture       text REFERENCES picture (hash) ON DELETE CASCADE,
    again         boolean,
    sentence      text,
    begun_at      timestamptz NOT NULL DEFAULT now(),
    touched_at    timestamptz NOT NULL DEFAULT now(),
    CHECK (arrived BETWEEN 0 AND size),
    CHECK ((state = 'kept') = (picture IS NOT NULL AND again IS NOT NULL)),
    CHECK ((state = 'refused') = (sentence IS NOT NULL))
);
CREATE INDEX picture_upload_owner ON picture_upload (owner) WHERE state = 'open';
CREATE INDEX picture_upload_touched_at ON picture_upload (touched_at);
