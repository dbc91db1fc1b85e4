ALTER TABLE "analysis_desk_acts" DROP CONSTRAINT "analysis_desk_acts_kind";--> statement-breakpoint
ALTER TABLE "analysis_desk_acts" ADD COLUMN "made_asides" uuid[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "analysis_desk_acts" ADD COLUMN "made_quotes" uuid[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "analysis_desk_acts" ADD CONSTRAINT "analysis_desk_acts_kind" CHECK ("analysis_desk_acts"."kind" in ('coded', 'set-aside', 'withdrawn', 'taken-in'));
