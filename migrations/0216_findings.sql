CREATE TABLE "analysis_finding_figures" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"finding_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"theme_id" uuid NOT NULL,
	"group_id" uuid
);
--> statement-breakpoint
CREATE TABLE "analysis_finding_publications" (
	"finding_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"verdict" text DEFAULT 'approved' NOT NULL,
	"document_id" uuid NOT NULL,
	"published_by" uuid NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	CONSTRAINT "analysis_finding_publications_finding_id_revision_pk" PRIMARY KEY("finding_id","revision"),
	CONSTRAINT "analysis_finding_publications_verdict" CHECK ("analysis_finding_publications"."verdict" in ('approved'))
);
--> statement-breakpoint
CREATE TABLE "analysis_finding_quotes" (
	"finding_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"statement_id" uuid NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "analysis_finding_quotes_finding_id_revision_statement_id_pk" PRIMARY KEY("finding_id","revision","statement_id")
);
--> statement-breakpoint
CREATE TABLE "analysis_finding_reviews" (
	"finding_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"written_by" uuid NOT NULL,
	"verdict" text NOT NULL,
	"reason" text,
	"reviewed_by" uuid NOT NULL,
	"reviewed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "analysis_finding_reviews_finding_id_revision_pk" PRIMARY KEY("finding_id","revision"),
	CONSTRAINT "analysis_finding_reviews_verdict_of" UNIQUE("finding_id","revision","verdict"),
	CONSTRAINT "analysis_finding_reviews_second_person" CHECK ("analysis_finding_reviews"."reviewed_by" <> "analysis_finding_reviews"."written_by"),
	CONSTRAINT "analysis_finding_reviews_verdict" CHECK ("analysis_finding_reviews"."verdict" in ('approved', 'sent-back')),
	CONSTRAINT "analysis_finding_reviews_reason" CHECK (("analysis_finding_reviews"."verdict" = 'sent-back') = ("analysis_finding_reviews"."reason" is not null))
);
--> statement-breakpoint
CREATE TABLE "analysis_finding_sources" (
	"finding_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"source_id" uuid NOT NULL,
	CONSTRAINT "analysis_finding_sources_finding_id_revision_source_id_pk" PRIMARY KEY("finding_id","revision","source_id")
);
--> statement-breakpoint
CREATE TABLE "analysis_finding_versions" (
	"finding_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"question" text NOT NULL,
	"claim" text NOT NULL,
	"who_disagrees" text NOT NULL,
	"not_known" text NOT NULL,
	"written_by" uuid NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	CONSTRAINT "analysis_finding_versions_finding_id_revision_pk" PRIMARY KEY("finding_id","revision"),
	CONSTRAINT "analysis_finding_versions_writer" UNIQUE("finding_id","revision","written_by"),
	CONSTRAINT "analysis_finding_versions_question" CHECK ("analysis_finding_versions"."question" in ('most-agreed', 'strongest-values', 'trust', 'unlike-others', 'take-further'))
);
--> statement-breakpoint
CREATE TABLE "analysis_findings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"process_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"withdrawn_by" uuid,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_why" text,
	CONSTRAINT "analysis_findings_processId_number_unique" UNIQUE("process_id","number"),
	CONSTRAINT "analysis_findings_withdrawn" CHECK (("analysis_findings"."withdrawn_at" is null) = ("analysis_findings"."withdrawn_by" is null) and ("analysis_findings"."withdrawn_at" is null) = ("analysis_findings"."withdrawn_why" is null))
);
--> statement-breakpoint
CREATE TABLE "analysis_method_appendices" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"process_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"document_id" uuid NOT NULL,
	"frozen_by" uuid NOT NULL,
	"frozen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "analysis_method_appendices_processId_number_unique" UNIQUE("process_id","number")
);
--> statement-breakpoint
CREATE TABLE "analysis_outside_sources" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"process_id" uuid NOT NULL,
	"withdrawn_by" uuid,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_why" text,
	CONSTRAINT "analysis_outside_sources_withdrawn" CHECK (("analysis_outside_sources"."withdrawn_at" is null) = ("analysis_outside_sources"."withdrawn_by" is null) and ("analysis_outside_sources"."withdrawn_at" is null) = ("analysis_outside_sources"."withdrawn_why" is null))
);
--> statement-breakpoint
CREATE TABLE "analysis_outside_themes" (
	"source_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"theme_id" uuid NOT NULL,
	CONSTRAINT "analysis_outside_themes_source_id_revision_theme_id_pk" PRIMARY KEY("source_id","revision","theme_id")
);
--> statement-breakpoint
CREATE TABLE "analysis_outside_versions" (
	"source_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"kind" text NOT NULL,
	"claim" text NOT NULL,
	"source" text NOT NULL,
	"address" text,
	"dated_on" date NOT NULL,
	"weight" text NOT NULL,
	"weight_why" text NOT NULL,
	"written_by" uuid NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	CONSTRAINT "analysis_outside_versions_source_id_revision_pk" PRIMARY KEY("source_id","revision"),
	CONSTRAINT "analysis_outside_versions_kind" CHECK ("analysis_outside_versions"."kind" in ('trend', 'comparison', 'document', 'alternative')),
	CONSTRAINT "analysis_outside_versions_weight" CHECK ("analysis_outside_versions"."weight" in ('heavy', 'some', 'light')),
	CONSTRAINT "analysis_outside_versions_address" CHECK ("analysis_outside_versions"."address" is null or "analysis_outside_versions"."address" ~ '^https?://')
);
--> statement-breakpoint
ALTER TABLE "analysis_finding_figures" ADD CONSTRAINT "analysis_finding_figures_theme_id_analysis_themes_id_fk" FOREIGN KEY ("theme_id") REFERENCES "public"."analysis_themes"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "analysis_finding_figures" ADD CONSTRAINT "analysis_finding_figures_group_id_participation_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."participation_groups"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "analysis_finding_figures" ADD CONSTRAINT "analysis_finding_figures_version" FOREIGN KEY ("finding_id","revision") REFERENCES "public"."analysis_finding_versions"("finding_id","revision") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "analysis_finding_publications" ADD CONSTRAINT "analysis_finding_publications_document_id_documents_frozen_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents_frozen"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "analysis_finding_publications" ADD CONSTRAINT "analysis_finding_publications_published_by_people_persons_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "analysis_finding_publications" ADD CONSTRAINT "analysis_finding_publications_approved" FOREIGN KEY ("finding_id","revision","verdict") REFERENCES "public"."analysis_finding_reviews"("finding_id","revision","verdict") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "analysis_finding_quotes" ADD CONSTRAINT "analysis_finding_quotes_statement_id_participation_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."participation_statements"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "analysis_finding_quotes" ADD CONSTRAINT "analysis_finding_quotes_version" FOREIGN KEY ("finding_id","revision") REFERENCES "public"."analysis_finding_versions"("finding_id","revision") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "analysis_finding_reviews" ADD CONSTRAINT "analysis_finding_reviews_reviewed_by_people_persons_id_fk" FOREIGN KEY ("reviewed_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "analysis_finding_reviews" ADD CONSTRAINT "analysis_finding_reviews_writer" FOREIGN KEY ("finding_id","revision","written_by") REFERENCES "public"."analysis_finding_versions"("finding_id","revision","written_by") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "analysis_finding_sources" ADD CONSTRAINT "analysis_finding_sources_source_id_analysis_outside_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."analysis_outside_sources"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "analysis_finding_sources" ADD CONSTRAINT "analysis_finding_sources_version" FOREIGN KEY ("finding_id","revision") REFERENCES "public"."analysis_finding_versions"("finding_id","revision") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "analysis_finding_versions" ADD CONSTRAINT "analysis_finding_versions_finding_id_analysis_findings_id_fk" FOREIGN KEY ("finding_id") REFERENCES "public"."analysis_findings"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "analysis_finding_versions" ADD CONSTRAINT "analysis_finding_versions_written_by_people_persons_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "analysis_findings" ADD CONSTRAINT "analysis_findings_process_id_process_processes_id_fk" FOREIGN KEY ("process_id") REFERENCES "public"."process_processes"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "analysis_findings" ADD CONSTRAINT "analysis_findings_withdrawn_by_people_persons_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "analysis_method_appendices" ADD CONSTRAINT "analysis_method_appendices_process_id_process_processes_id_fk" FOREIGN KEY ("process_id") REFERENCES "public"."process_processes"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "analysis_method_appendices" ADD CONSTRAINT "analysis_method_appendices_document_id_documents_frozen_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents_frozen"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "analysis_method_appendices" ADD CONSTRAINT "analysis_method_appendices_frozen_by_people_persons_id_fk" FOREIGN KEY ("frozen_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "analysis_outside_sources" ADD CONSTRAINT "analysis_outside_sources_process_id_process_processes_id_fk" FOREIGN KEY ("process_id") REFERENCES "public"."process_processes"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "analysis_outside_sources" ADD CONSTRAINT "analysis_outside_sources_withdrawn_by_people_persons_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "analysis_outside_themes" ADD CONSTRAINT "analysis_outside_themes_theme_id_analysis_themes_id_fk" FOREIGN KEY ("theme_id") REFERENCES "public"."analysis_themes"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "analysis_outside_themes" ADD CONSTRAINT "analysis_outside_themes_version" FOREIGN KEY ("source_id","revision") REFERENCES "public"."analysis_outside_versions"("source_id","revision") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "analysis_outside_versions" ADD CONSTRAINT "analysis_outside_versions_source_id_analysis_outside_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."analysis_outside_sources"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "analysis_outside_versions" ADD CONSTRAINT "analysis_outside_versions_written_by_people_persons_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "analysis_finding_figures_finding_id_revision_index" ON "analysis_finding_figures" USING btree ("finding_id","revision");
--> statement-breakpoint
CREATE INDEX "analysis_finding_quotes_statement_id_index" ON "analysis_finding_quotes" USING btree ("statement_id");
--> statement-breakpoint
CREATE INDEX "analysis_outside_sources_process_id_index" ON "analysis_outside_sources" USING btree ("process_id");
--> statement-breakpoint
create trigger analysis_outside_versions_appended before update or delete on analysis_outside_versions for each row execute function samsyn_append_only();
--> statement-breakpoint
create trigger analysis_finding_versions_appended before update or delete on analysis_finding_versions for each row execute function samsyn_append_only();
--> statement-breakpoint
create trigger analysis_finding_reviews_appended before update or delete on analysis_finding_reviews for each row execute function samsyn_append_only();
--> statement-breakpoint
create trigger analysis_finding_publications_appended before update or delete on analysis_finding_publications for each row execute function samsyn_append_only();
