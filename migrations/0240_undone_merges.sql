-- A merge of two themes can be undone, as a change of its own.
ALTER TABLE "analysis_theme_changes" DROP CONSTRAINT "analysis_theme_changes_kind";--> statement-breakpoint
ALTER TABLE "analysis_theme_changes" DROP CONSTRAINT "analysis_theme_changes_other";--> statement-breakpoint
ALTER TABLE "analysis_theme_changes" ADD CONSTRAINT "analysis_theme_changes_kind" CHECK ("analysis_theme_changes"."kind" in ('created', 'reworded', 'moved', 'merged', 'unmerged', 'split', 'retired'));--> statement-breakpoint
ALTER TABLE "analysis_theme_changes" ADD CONSTRAINT "analysis_theme_changes_other" CHECK (("analysis_theme_changes"."kind" in ('merged', 'unmerged', 'split')) = ("analysis_theme_changes"."other_theme_id" is not null));
