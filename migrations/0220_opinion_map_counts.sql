ALTER TABLE "analysis_opinion_maps" ADD COLUMN "counts" jsonb DEFAULT '{}'::jsonb NOT NULL;
