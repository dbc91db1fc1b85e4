ALTER TABLE "analysis_opinion_maps" ADD COLUMN "counts" jsonb DEFAULT '{}'::jsonb NOT NULL;
--> statement-breakpoint
drop trigger participation_opinion_proposals_stand on participation_opinion_proposals;
--> statement-breakpoint
drop trigger participation_opinion_rejections_stand on participation_opinion_rejections;
--> statement-breakpoint
create trigger participation_opinion_proposals_stand before update on participation_opinion_proposals for each row execute function samsyn_append_only();
--> statement-breakpoint
create trigger participation_opinion_rejections_stand before update on participation_opinion_rejections for each row execute function samsyn_append_only();
