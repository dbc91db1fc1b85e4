ALTER TABLE "participation_notice_wishes" ADD COLUMN "last_notice" text;--> statement-breakpoint
ALTER TABLE "participation_notice_wishes" ADD COLUMN "written_on" date;--> statement-breakpoint
ALTER TABLE "participation_notice_wishes" ADD COLUMN "tried_until" date;--> statement-breakpoint
ALTER TABLE "participation_notice_wishes" ADD CONSTRAINT "participation_notice_wishes_letter" CHECK (num_nulls("participation_notice_wishes"."last_notice", "participation_notice_wishes"."written_on", "participation_notice_wishes"."tried_until") in (0, 3));
