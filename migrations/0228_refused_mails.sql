ALTER TABLE "people_mails" ADD COLUMN "is_refused" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "people_mails" ADD CONSTRAINT "people_mails_refused" CHECK (not "people_mails"."is_refused" or "people_mails"."given_up_at" is not null);
