ALTER TABLE "files_files" ADD COLUMN "is_for_all" boolean DEFAULT false NOT NULL;
