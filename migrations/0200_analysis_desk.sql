CREATE TABLE "analysis_theme_changes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"theme_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"other_theme_id" uuid,
	"before" jsonb NOT NULL,
	"after" jsonb NOT NULL,
	"reason" text NOT NULL,
	"changed_by" uuid NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "analysis_theme_changes_kind" CHECK ("analysis_theme_changes"."kind" in ('created', 'reworded', 'moved', 'merged', 'split', 'retired')),
	CONSTRAINT "analysis_theme_changes_other" CHECK (("analysis_theme_changes"."kind" in ('merged', 'split')) = ("analysis_theme_changes"."other_theme_id" is not null))
);
--> statement-breakpoint
ALTER TABLE "analysis_set_asides" DROP CONSTRAINT "analysis_set_asides_statementId_unique";--> statement-breakpoint
ALTER TABLE "analysis_codings" ADD COLUMN "span_from" integer;--> statement-breakpoint
ALTER TABLE "analysis_codings" ADD COLUMN "span_to" integer;--> statement-breakpoint
ALTER TABLE "analysis_codings" ADD COLUMN "suggestion" text DEFAULT 'none' NOT NULL;--> statement-breakpoint
ALTER TABLE "analysis_codings" ADD COLUMN "made_by" uuid;--> statement-breakpoint
ALTER TABLE "analysis_codings" ADD COLUMN "withdrawn_by" uuid;--> statement-breakpoint
ALTER TABLE "analysis_codings" ADD COLUMN "ended_by" uuid;--> statement-breakpoint
ALTER TABLE "analysis_set_asides" ADD COLUMN "withdrawn_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "analysis_set_asides" ADD COLUMN "withdrawn_by" uuid;--> statement-breakpoint
ALTER TABLE "analysis_themes" ADD COLUMN "examples" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "analysis_themes" ADD COLUMN "dimension" text DEFAULT 'tema' NOT NULL;--> statement-breakpoint
ALTER TABLE "analysis_themes" ADD COLUMN "parent_id" uuid;--> statement-breakpoint
ALTER TABLE "analysis_themes" ADD COLUMN "is_codable" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "analysis_themes" ADD COLUMN "retired_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "analysis_themes" ADD COLUMN "superseded_by" uuid;--> statement-breakpoint
ALTER TABLE "analysis_theme_changes" ADD CONSTRAINT "analysis_theme_changes_theme_id_analysis_themes_id_fk" FOREIGN KEY ("theme_id") REFERENCES "public"."analysis_themes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "analysis_theme_changes" ADD CONSTRAINT "analysis_theme_changes_other_theme_id_analysis_themes_id_fk" FOREIGN KEY ("other_theme_id") REFERENCES "public"."analysis_themes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "analysis_theme_changes" ADD CONSTRAINT "analysis_theme_changes_changed_by_people_persons_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "analysis_theme_changes_theme_id_changed_at_index" ON "analysis_theme_changes" USING btree ("theme_id","changed_at");--> statement-breakpoint
ALTER TABLE "analysis_codings" ADD CONSTRAINT "analysis_codings_made_by_analysis_theme_changes_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."analysis_theme_changes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "analysis_codings" ADD CONSTRAINT "analysis_codings_withdrawn_by_people_persons_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "analysis_codings" ADD CONSTRAINT "analysis_codings_ended_by_analysis_theme_changes_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."analysis_theme_changes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "analysis_set_asides" ADD CONSTRAINT "analysis_set_asides_withdrawn_by_people_persons_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "analysis_themes" ADD CONSTRAINT "analysis_themes_parent_id_analysis_themes_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."analysis_themes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "analysis_themes" ADD CONSTRAINT "analysis_themes_superseded_by_analysis_themes_id_fk" FOREIGN KEY ("superseded_by") REFERENCES "public"."analysis_themes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "analysis_set_asides_holds" ON "analysis_set_asides" USING btree ("statement_id") WHERE withdrawn_at is null;--> statement-breakpoint
CREATE INDEX "analysis_themes_parent_id_index" ON "analysis_themes" USING btree ("parent_id");--> statement-breakpoint
ALTER TABLE "analysis_codings" ADD CONSTRAINT "analysis_codings_suggestion" CHECK ("analysis_codings"."suggestion" in ('none', 'hidden', 'seen', 'in-bulk'));--> statement-breakpoint
ALTER TABLE "analysis_codings" ADD CONSTRAINT "analysis_codings_span" CHECK (("analysis_codings"."span_from" is null) = ("analysis_codings"."span_to" is null) and ("analysis_codings"."span_from" is null or ("analysis_codings"."span_from" >= 0 and "analysis_codings"."span_to" > "analysis_codings"."span_from")));--> statement-breakpoint
ALTER TABLE "analysis_themes" ADD CONSTRAINT "analysis_themes_parent" CHECK ("analysis_themes"."parent_id" is null or "analysis_themes"."parent_id" <> "analysis_themes"."id");--> statement-breakpoint
ALTER TABLE "analysis_themes" ADD CONSTRAINT "analysis_themes_superseded" CHECK ("analysis_themes"."superseded_by" is null or ("analysis_themes"."retired_at" is not null and "analysis_themes"."superseded_by" <> "analysis_themes"."id"));--> statement-breakpoint
create trigger analysis_theme_changes_appended before update or delete on analysis_theme_changes for each row execute function samsyn_append_only();
