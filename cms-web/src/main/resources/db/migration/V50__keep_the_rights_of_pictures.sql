-- What the newsroom has made of the rules of its picture desk; no row: as they come with the house.
CREATE TABLE picture_rules (
    only_one   boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    version    integer NOT NULL,
    rules      jsonb NOT NULL,
    changed_at timestamptz NOT NULL DEFAULT now(),
    changed_by uuid NOT NULL REFERENCES staff (id)
);

-- What must not be shown now: somebody took it down, or its right has ended. A row goes when that is over; the audit
-- keeps what was.
CREATE TABLE picture_bar (
    hash      text NOT NULL,
    why       text NOT NULL CHECK (why IN ('taken-down', 'ended')),
    sentence  text NOT NULL,
    barred_at timestamptz NOT NULL DEFAULT now(),
    barred_by uuid REFERENCES staff (id),
    PRIMARY KEY (hash, why)
);

-- Which public words carry which picture, printed or not, and since when readers have seen it there. What was shown
-- once stays here: some terms count from that day.
CREATE TABLE picture_on_story (
    story       uuid NOT NULL REFERENCES story (id),
    hash        text NOT NULL,
    shown_since timestamptz,
    PRIMARY KEY (story, hash)
);
CREATE INDEX picture_on_story_hash ON picture_on_story (hash, shown_since);

INSERT INTO picture_on_story (story, hash, shown_since)
SELECT story.id, used.hash, CASE WHEN shown.hash IS NOT NULL THEN public.first_published_at END
FROM published_story public
JOIN story ON story.id = public.id
JOIN revision ON revision.story = story.id AND revision.number = story.published_revision
CROSS JOIN LATERAL (
    SELECT DISTINCT hash #>> '{}' AS hash FROM jsonb_path_query(revision.content, '$.**.hash') AS hash) used
LEFT JOIN published_picture shown ON shown.story = story.id AND shown.hash = used.hash
WHERE used.hash ~ '^[0-9a-f]{64}$'
ON CONFLICT DO NOTHING;

-- When somebody looked at the rights of a public picture, by which rules, and when to look again at the latest.
CREATE TABLE picture_look (
    hash          text PRIMARY KEY,
    looked_at     timestamptz NOT NULL,
    rules_version integer NOT NULL,
    next_at       timestamptz
);

-- How far the wire was read for what it says of pictures.
CREATE TABLE picture_watch (
    only_one      boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    wire_position bigint NOT NULL
);
INSERT INTO picture_watch (wire_position) VALUES (0);

-- What the picture desk is told, until somebody has seen it.
CREATE TABLE picture_notice (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    hash     text NOT NULL,
    kind     text NOT NULL CHECK (kind IN ('ending', 'ended', 'back')),
    sentence text NOT NULL,
    ends_at  timestamptz,
    pages    jsonb NOT NULL,
    made_at  timestamptz NOT NULL DEFAULT now(),
    seen_at  timestamptz,
    seen_by  uuid REFERENCES staff (id)
);
CREATE UNIQUE INDEX picture_notice_of_an_end ON picture_notice (hash, ends_at) WHERE kind = 'ending';
CREATE INDEX picture_notice_unseen ON picture_notice (id) WHERE seen_at IS NULL;
