-- Whether the public words of the story still carry the picture; what they carried once stays for its first day.
ALTER TABLE picture_on_story ADD COLUMN carried boolean NOT NULL DEFAULT true;

-- Every picture that public words carry is looked at again: at once where something has changed, else by its dates.
ALTER TABLE picture_look DROP COLUMN rules_version;
UPDATE picture_look SET next_at = now() WHERE next_at IS NULL;
ALTER TABLE picture_look ALTER COLUMN next_at SET NOT NULL;
ALTER TABLE picture_look ALTER COLUMN looked_at DROP NOT NULL;
CREATE INDEX picture_look_next ON picture_look (next_at);
INSERT INTO picture_look (hash, next_at) SELECT DISTINCT hash, now() FROM picture_on_story ON CONFLICT DO NOTHING;
