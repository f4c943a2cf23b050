-- One wire item becomes one story, however many hands reach for it at once.
DROP INDEX story_wire;
CREATE UNIQUE INDEX story_wire ON story (wire_provider, wire_guid);

-- Subject codes as they are compared with a section's media topics: the eight digits where a code ends in them.
ALTER TABLE wire_item ADD COLUMN topics text[] NOT NULL DEFAULT '{}';
CREATE INDEX wire_item_topics ON wire_item USING gin (topics);

-- Which file a picture item names, so that an embargo or a kill of the picture finds the stories that use it.
ALTER TABLE wire_item ADD COLUMN picture_hash text;
CREATE INDEX wire_item_picture_hash ON wire_item (picture_hash);

-- The pictures of a text item: those it links, those that link it, and those a package binds to it; whichever came first.
CREATE VIEW wire_item_picture AS
SELECT bound.provider, bound.guid, bound.picture, min(bound.rank) AS rank
FROM (
    SELECT provider, guid, linked_guid AS picture, rank FROM wire_link
    UNION ALL
    SELECT provider, linked_guid, guid, 10000 + rank FROM wire_link
    UNION ALL
    SELECT a.provider, a.linked_guid, b.linked_guid, 20000 + b.rank
    FROM wire_link a
    JOIN wire_link b ON b.provider = a.provider AND b.guid = a.guid
    JOIN wire_item p ON p.provider = a.provider AND p.guid = a.guid AND p.kind = 'package'
) bound
JOIN wire_item words ON words.provider = bound.provider AND words.guid = bound.guid AND words.kind = 'text'
JOIN wire_item picture
    ON picture.provider = bound.provider AND picture.guid = bound.picture AND picture.kind = 'picture'
GROUP BY bound.provider, bound.guid, bound.picture;
