-- A focal point that was proposed; who goes back to the proposal has a name.
ALTER TABLE picture_focus ADD COLUMN proposed boolean NOT NULL DEFAULT false;
UPDATE picture_focus SET proposed = true WHERE made_by IS NULL;
ALTER TABLE picture_focus ADD CHECK (proposed OR made_by IS NOT NULL);
