CREATE TABLE "analysis_round_coders" (
	"round_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	CONSTRAINT "analysis_round_coders_round_id_person_id_pk" PRIMARY KEY("round_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "analysis_round_codes" (
	"reading_id" uuid NOT NULL,
	"theme_id" uuid NOT NULL,
	"stance" text,
	CONSTRAINT "analysis_round_codes_reading_id_theme_id_pk" PRIMARY KEY("reading_id","theme_id"),
	CONSTRAINT "analysis_round_codes_stance" CHECK ("analysis_round_codes"."stance" is null or "analysis_round_codes"."stance" in ('keep', 'leave', 'want'))
);
--> statement-breakpoint
CREATE TABLE "analysis_round_readings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"round_id" uuid NOT NULL,
	"statement_id" uuid NOT NULL,
	"coder_id" uuid NOT NULL,
	"is_noise" boolean DEFAULT false NOT NULL,
	"noise_reason" text,
	"read_at" timestamp with time zone NOT NULL,
	CONSTRAINT "analysis_round_readings_roundId_statementId_coderId_unique" UNIQUE("round_id","statement_id","coder_id"),
	CONSTRAINT "analysis_round_readings_noise" CHECK ("analysis_round_readings"."is_noise" = ("analysis_round_readings"."noise_reason" is not null))
);
--> statement-breakpoint
CREATE TABLE "analysis_round_statements" (
	"round_id" uuid NOT NULL,
	"statement_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"settled_by" uuid,
	"settled_at" timestamp with time zone,
	CONSTRAINT "analysis_round_statements_round_id_statement_id_pk" PRIMARY KEY("round_id","statement_id"),
	CONSTRAINT "analysis_round_statements_roundId_position_unique" UNIQUE("round_id","position")
);
--> statement-breakpoint
CREATE TABLE "analysis_rounds" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"process_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"seed" integer NOT NULL,
	"wanted" double precision NOT NULL,
	"drawn_by" uuid NOT NULL,
	"drawn_at" timestamp with time zone NOT NULL,
	"document_id" uuid,
	"ended_by" uuid,
	"ended_at" timestamp with time zone,
	CONSTRAINT "analysis_rounds_processId_number_unique" UNIQUE("process_id","number"),
	CONSTRAINT "analysis_rounds_wanted" CHECK ("analysis_rounds"."wanted" between 0 and 1),
	CONSTRAINT "analysis_rounds_ended" CHECK (("analysis_rounds"."ended_at" is null) = ("analysis_rounds"."document_id" is null) and ("analysis_rounds"."ended_at" is null) = ("analysis_rounds"."ended_by" is null))
);
--> statement-breakpoint
ALTER TABLE "analysis_round_coders" ADD CONSTRAINT "analysis_round_coders_round_id_analysis_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."analysis_rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "analysis_round_coders" ADD CONSTRAINT "analysis_round_coders_person_id_people_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "analysis_round_codes" ADD CONSTRAINT "analysis_round_codes_reading_id_analysis_round_readings_id_fk" FOREIGN KEY ("reading_id") REFERENCES "public"."analysis_round_readings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "analysis_round_codes" ADD CONSTRAINT "analysis_round_codes_theme_id_analysis_themes_id_fk" FOREIGN KEY ("theme_id") REFERENCES "public"."analysis_themes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "analysis_round_readings" ADD CONSTRAINT "analysis_round_readings_drawn" FOREIGN KEY ("round_id","statement_id") REFERENCES "public"."analysis_round_statements"("round_id","statement_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "analysis_round_readings" ADD CONSTRAINT "analysis_round_readings_coder" FOREIGN KEY ("round_id","coder_id") REFERENCES "public"."analysis_round_coders"("round_id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "analysis_round_statements" ADD CONSTRAINT "analysis_round_statements_round_id_analysis_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."analysis_rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "analysis_round_statements" ADD CONSTRAINT "analysis_round_statements_statement_id_participation_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."participation_statements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "analysis_round_statements" ADD CONSTRAINT "analysis_round_statements_settled_by_people_persons_id_fk" FOREIGN KEY ("settled_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "analysis_rounds" ADD CONSTRAINT "analysis_rounds_process_id_process_processes_id_fk" FOREIGN KEY ("process_id") REFERENCES "public"."process_processes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "analysis_rounds" ADD CONSTRAINT "analysis_rounds_drawn_by_people_persons_id_fk" FOREIGN KEY ("drawn_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "analysis_rounds" ADD CONSTRAINT "analysis_rounds_document_id_documents_frozen_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents_frozen"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "analysis_rounds" ADD CONSTRAINT "analysis_rounds_ended_by_people_persons_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "analysis_round_statements_statement_id_index" ON "analysis_round_statements" USING btree ("statement_id");