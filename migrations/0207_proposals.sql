CREATE TABLE "analysis_proposal_runs" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"process_id" uuid NOT NULL,
	"source" text NOT NULL,
	"model" text,
	"host" text,
	"statements" integer DEFAULT 0 NOT NULL,
	"dropped_citations" integer DEFAULT 0 NOT NULL,
	"dropped_proposals" integer DEFAULT 0 NOT NULL,
	"begun_by" uuid NOT NULL,
	"begun_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"outcome" text,
	"fault" text,
	CONSTRAINT "analysis_proposal_runs_source" CHECK ("analysis_proposal_runs"."source" in ('words', 'model')),
	CONSTRAINT "analysis_proposal_runs_outcome" CHECK (("analysis_proposal_runs"."outcome" is null) = ("analysis_proposal_runs"."ended_at" is null) and ("analysis_proposal_runs"."outcome" is null or "analysis_proposal_runs"."outcome" in ('done', 'cancelled', 'failed'))),
	CONSTRAINT "analysis_proposal_runs_model" CHECK (("analysis_proposal_runs"."source" = 'model') = ("analysis_proposal_runs"."model" is not null) and ("analysis_proposal_runs"."model" is null) = ("analysis_proposal_runs"."host" is null))
);
--> statement-breakpoint
CREATE TABLE "analysis_proposal_statements" (
	"proposal_id" uuid NOT NULL,
	"statement_id" uuid NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "analysis_proposal_statements_proposal_id_statement_id_pk" PRIMARY KEY("proposal_id","statement_id")
);
--> statement-breakpoint
CREATE TABLE "analysis_proposals" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"run_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"description" text NOT NULL,
	"words" text[] DEFAULT '{}' NOT NULL,
	"fate" text,
	"theme_id" uuid,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	CONSTRAINT "analysis_proposals_fate" CHECK ("analysis_proposals"."fate" is null or "analysis_proposals"."fate" in ('taken', 'merged', 'dropped')),
	CONSTRAINT "analysis_proposals_decided" CHECK (("analysis_proposals"."fate" is null) = ("analysis_proposals"."decided_by" is null) and ("analysis_proposals"."fate" is null) = ("analysis_proposals"."decided_at" is null)),
	CONSTRAINT "analysis_proposals_theme" CHECK (("analysis_proposals"."fate" is not null and "analysis_proposals"."fate" <> 'dropped') = ("analysis_proposals"."theme_id" is not null))
);
--> statement-breakpoint
ALTER TABLE "analysis_proposal_runs" ADD CONSTRAINT "analysis_proposal_runs_process_id_process_processes_id_fk" FOREIGN KEY ("process_id") REFERENCES "public"."process_processes"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "analysis_proposal_runs" ADD CONSTRAINT "analysis_proposal_runs_begun_by_people_persons_id_fk" FOREIGN KEY ("begun_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "analysis_proposal_statements" ADD CONSTRAINT "analysis_proposal_statements_proposal_id_analysis_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."analysis_proposals"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "analysis_proposal_statements" ADD CONSTRAINT "analysis_proposal_statements_statement_id_participation_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."participation_statements"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "analysis_proposals" ADD CONSTRAINT "analysis_proposals_run_id_analysis_proposal_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."analysis_proposal_runs"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "analysis_proposals" ADD CONSTRAINT "analysis_proposals_theme_id_analysis_themes_id_fk" FOREIGN KEY ("theme_id") REFERENCES "public"."analysis_themes"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "analysis_proposals" ADD CONSTRAINT "analysis_proposals_decided_by_people_persons_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE UNIQUE INDEX "analysis_proposal_runs_one" ON "analysis_proposal_runs" USING btree ("process_id") WHERE ended_at is null;
--> statement-breakpoint
CREATE INDEX "analysis_proposal_statements_statement_id_index" ON "analysis_proposal_statements" USING btree ("statement_id");
--> statement-breakpoint
CREATE INDEX "analysis_proposals_run_id_index" ON "analysis_proposals" USING btree ("run_id");
