-- What an original says of itself: caption, credit, copyright, licence, digital source type. NULL: not looked at yet.
ALTER TABLE picture ADD COLUMN own_words jsonb;
-- Whom an original claims to be signed by (C2PA): present, never verified. NULL: no manifest, or not looked at yet.
ALTER TABLE picture ADD COLUMN credentials jsonb;

-- The point of a picture that every crop keeps; the newest counts, earlier ones stay. made_by NULL: a proposal.
CREATE TABLE picture_focus (
    picture text NOT NULL REFERENCES picture (hash) ON DELETE CASCADE,
    number  integer NOT NULL,
    x       double precision NOT NULL CHECK (x BETWEEN 0 AND 1),
    y       double precision NOT NULL CHECK (y BETWEEN 0 AND 1),
    made_by uuid REFERENCES staff (id),
    made_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (picture, number)
);

-- Crops drawn by hand, in pixels of the upright original; the newest counts, earlier ones stay. width NULL: the crop was
-- taken back, and the focal point decides again.
CREATE TABLE picture_crop (
    picture text NOT NULL REFERENCES picture (hash) ON DELETE CASCADE,
    name    text NOT NULL CHECK (name IN ('wide', 'standard', 'square', 'free')),
    number  integer NOT NULL,
    x       integer,
    y       integer,
    width   integer,
    height  integer,
    made_by uuid NOT NULL REFERENCES staff (id),
    made_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (picture, name, number),
    CHECK (num_nulls(x, y, width, height) IN (0, 4))
);
