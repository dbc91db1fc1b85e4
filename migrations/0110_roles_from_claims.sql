ALTER TABLE "people_assignments" ADD COLUMN "given_by_provider" text;
