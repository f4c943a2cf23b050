-- Lists show the newest story of a family only.
CREATE INDEX published_story_family ON published_story (family, section, first_published_at DESC);
