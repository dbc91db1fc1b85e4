ALTER TABLE "people_mails" ADD COLUMN "notice" text;--> statement-breakpoint
ALTER TABLE "people_mails" ADD COLUMN "attempts" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "people_mails" ADD COLUMN "useful_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "people_mails" ADD COLUMN "next_attempt_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "people_mails" ADD COLUMN "held_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "people_mails" ADD COLUMN "failure" text;--> statement-breakpoint
ALTER TABLE "people_mails" ADD COLUMN "given_up_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "people_mails_waiting" ON "people_mails" USING btree ("next_attempt_at") WHERE "people_mails"."sent_at" is null and "people_mails"."given_up_at" is null;--> statement-breakpoint
ALTER TABLE "people_mails" ADD CONSTRAINT "people_mails_notice_unique" UNIQUE("notice");--> statement-breakpoint
ALTER TABLE "people_mails" ADD CONSTRAINT "people_mails_once" CHECK ("people_mails"."sent_at" is null or "people_mails"."given_up_at" is null);--> statement-breakpoint
ALTER TABLE "people_mails" ADD CONSTRAINT "people_mails_reason" CHECK ("people_mails"."given_up_at" is null or "people_mails"."failure" is not null);