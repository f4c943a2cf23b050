-- What is known of a picture beside its pixels: core's PictureSheet as JSON. Number 1 is as the file says it; every later
-- one is what the wire or the picture desk has made of it. The newest counts, earlier ones stay.
CREATE TABLE picture_sheet (
    picture text NOT NULL REFERENCES picture (hash) ON DELETE CASCADE,
    number  integer NOT NULL,
    what    text NOT NULL CHECK (what IN ('read', 'wire', 'changed')),
    sheet   jsonb NOT NULL,
    -- Which fields were written, with what stood there before and what stands there now, for people to read.
    changes jsonb NOT NULL DEFAULT '[]',
    -- Who on the wire says so; empty where it was not the wire.
    source  text NOT NULL DEFAULT '',
    made_by uuid REFERENCES staff (id),
    made_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (picture, number),
    CHECK ((what = 'changed') = (made_by IS NOT NULL))
);

-- The newest sheet as it is looked for: one card for each picture.
CREATE TABLE picture_card (
    picture text PRIMARY KEY REFERENCES picture (hash) ON DELETE CASCADE,
    number  integer NOT NULL,
    kept_at timestamptz NOT NULL,
    taken   date,
    -- In small letters without accents.
    place   text NOT NULL,
    persons text NOT NULL,
    credit  text NOT NULL,
    words   tsvector NOT NULL,
    FOREIGN KEY (picture, number) REFERENCES picture_sheet (picture, number) ON DELETE CASCADE
);
CREATE INDEX picture_card_newest ON picture_card (kept_at DESC, picture DESC);
CREATE INDEX picture_card_words ON picture_card USING gin (words);
CREATE INDEX picture_card_taken ON picture_card (taken);

-- The words of the newest sheet that go with every rendition. NULL: the original's own.
ALTER TABLE picture ADD COLUMN desk_words jsonb;

-- Which pictures stand in the newest words of a story, wherever they stand in them.
CREATE TABLE story_picture (
    story uuid NOT NULL REFERENCES story (id) ON DELETE CASCADE,
    hash  text NOT NULL,
    PRIMARY KEY (story, hash)
);
CREATE INDEX story_picture_hash ON story_picture (hash);

CREATE FUNCTION enter_story_pictures() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM story_picture WHERE story = NEW.id;
    INSERT INTO story_picture (story, hash)
    SELECT DISTINCT NEW.id, named #>> '{}'
    FROM jsonb_path_query(NEW.content, '$.**.hash ? (@ like_regex "^[0-9a-f]{64}$")') named;
    RETURN NULL;
END
$$;

CREATE TRIGGER story_pictures AFTER INSERT OR UPDATE OF content ON story
    FOR EACH ROW EXECUTE FUNCTION enter_story_pictures();

INSERT INTO story_picture (story, hash)
SELECT DISTINCT story.id, named #>> '{}'
FROM story
CROSS JOIN LATERAL jsonb_path_query(
    story.content, '$.**.hash ? (@ like_regex "^[0-9a-f]{64}$")') named;

-- What the audit has of a picture.
CREATE INDEX audit_picture ON audit ((details ->> 'picture'), id) WHERE details ->> 'picture' IS NOT NULL;
