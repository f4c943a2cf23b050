-- What the wire room's rules decided about an item, what became of it by itself, and the same story from elsewhere.
ALTER TABLE wire_item
    ADD COLUMN desk         text        NOT NULL DEFAULT '',
    ADD COLUMN section      text        NOT NULL DEFAULT '',
    ADD COLUMN tags         text[]      NOT NULL DEFAULT '{}',
    ADD COLUMN rules        text[]      NOT NULL DEFAULT '{}',
    ADD COLUMN auto_publish boolean     NOT NULL DEFAULT false,
    -- When the night desk has to look at it, by this database's clock; NULL: not at all.
    ADD COLUMN auto_due_at  timestamptz,
    ADD COLUMN auto_tries   integer     NOT NULL DEFAULT 0,
    -- Why the night desk has left it to the editors; empty where it has not.
    ADD COLUMN auto_note    text        NOT NULL DEFAULT '',
    ADD COLUMN entered_at   timestamptz NOT NULL DEFAULT now(),
    ADD COLUMN expires_at   timestamptz,
    ADD COLUMN expired_at   timestamptz,
    -- Somebody has lifted it from the expired: this version does not expire again.
    ADD COLUMN kept         boolean     NOT NULL DEFAULT false,
    -- Items that hold the same story share a group; NULL: it stands alone as far as is known.
    ADD COLUMN twin_group   uuid,
    ADD COLUMN twins_due_at timestamptz,
    ADD COLUMN twins_tries  integer     NOT NULL DEFAULT 0;

CREATE INDEX wire_item_due ON wire_item (auto_due_at) WHERE auto_due_at IS NOT NULL;
CREATE INDEX wire_item_twins_due ON wire_item (twins_due_at) WHERE twins_due_at IS NOT NULL;
CREATE INDEX wire_item_twins ON wire_item (twin_group) WHERE twin_group IS NOT NULL;
CREATE INDEX wire_item_ageing ON wire_item (received_at) WHERE expired_at IS NULL AND dropped_at IS NULL;
CREATE INDEX wire_item_ending ON wire_item (expires_at)
    WHERE expires_at IS NOT NULL AND expired_at IS NULL AND dropped_at IS NULL;
CREATE INDEX wire_item_desk ON wire_item (desk) WHERE desk <> '';

-- Two items that hold the same story, the smaller key first.
CREATE TABLE wire_twin (
    provider       text        NOT NULL,
    guid           text        NOT NULL,
    other_provider text        NOT NULL,
    other_guid     text        NOT NULL,
    score          real        NOT NULL,
    found_at       timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (provider, guid, other_provider, other_guid),
    FOREIGN KEY (provider, guid) REFERENCES wire_item (provider, guid),
    FOREIGN KEY (other_provider, other_guid) REFERENCES wire_item (provider, guid),
    CHECK ((provider, guid) < (other_provider, other_guid))
);
CREATE INDEX wire_twin_back ON wire_twin (other_provider, other_guid);

-- A rule of the wire room acts under a name of its own, which nobody can sign in with.
ALTER TABLE staff ADD COLUMN wire_rule boolean NOT NULL DEFAULT false;
ALTER TABLE staff ADD CONSTRAINT rules_do_not_sign_in CHECK (NOT wire_rule OR NOT active AND roles = '{}');
