CREATE TABLE "analysis_basket_quotes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"process_id" uuid NOT NULL,
	"statement_id" uuid NOT NULL,
	"span_from" integer,
	"span_to" integer,
	"why" text NOT NULL,
	"put_by" uuid NOT NULL,
	"put_at" timestamp with time zone NOT NULL,
	"taken_out_by" uuid,
	"taken_out_at" timestamp with time zone,
	CONSTRAINT "analysis_basket_quotes_span" CHECK (("analysis_basket_quotes"."span_from" is null) = ("analysis_basket_quotes"."span_to" is null) and ("analysis_basket_quotes"."span_from" is null or ("analysis_basket_quotes"."span_from" >= 0 and "analysis_basket_quotes"."span_to" > "analysis_basket_quotes"."span_from"))),
	CONSTRAINT "analysis_basket_quotes_taken_out" CHECK (("analysis_basket_quotes"."taken_out_by" is null) = ("analysis_basket_quotes"."taken_out_at" is null))
);
--> statement-breakpoint
CREATE TABLE "analysis_claims" (
	"statement_id" uuid PRIMARY KEY NOT NULL,
	"claimed_by" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "analysis_desk_acts" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "analysis_desk_acts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"process_id" uuid NOT NULL,
	"statement_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"made_codings" uuid[] DEFAULT '{}' NOT NULL,
	"ended_codings" uuid[] DEFAULT '{}' NOT NULL,
	"made_aside" uuid,
	"ended_aside" uuid,
	"done_by" uuid NOT NULL,
	"done_at" timestamp with time zone NOT NULL,
	"undone_at" timestamp with time zone,
	CONSTRAINT "analysis_desk_acts_kind" CHECK ("analysis_desk_acts"."kind" in ('coded', 'set-aside', 'withdrawn'))
);
--> statement-breakpoint
CREATE TABLE "analysis_memos" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"process_id" uuid NOT NULL,
	"statement_id" uuid,
	"theme_id" uuid,
	"text" text NOT NULL,
	"replaces" uuid,
	"written_by" uuid NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	CONSTRAINT "analysis_memos_replaces_unique" UNIQUE("replaces"),
	CONSTRAINT "analysis_memos_on_one" CHECK ("analysis_memos"."statement_id" is null or "analysis_memos"."theme_id" is null)
);
--> statement-breakpoint
ALTER TABLE "analysis_basket_quotes" ADD CONSTRAINT "analysis_basket_quotes_process_id_process_processes_id_fk" FOREIGN KEY ("process_id") REFERENCES "public"."process_processes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "analysis_basket_quotes" ADD CONSTRAINT "analysis_basket_quotes_statement_id_participation_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."participation_statements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "analysis_basket_quotes" ADD CONSTRAINT "analysis_basket_quotes_put_by_people_persons_id_fk" FOREIGN KEY ("put_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "analysis_basket_quotes" ADD CONSTRAINT "analysis_basket_quotes_taken_out_by_people_persons_id_fk" FOREIGN KEY ("taken_out_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "analysis_claims" ADD CONSTRAINT "analysis_claims_statement_id_participation_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."participation_statements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "analysis_claims" ADD CONSTRAINT "analysis_claims_claimed_by_people_persons_id_fk" FOREIGN KEY ("claimed_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "analysis_desk_acts" ADD CONSTRAINT "analysis_desk_acts_process_id_process_processes_id_fk" FOREIGN KEY ("process_id") REFERENCES "public"."process_processes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "analysis_desk_acts" ADD CONSTRAINT "analysis_desk_acts_statement_id_participation_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."participation_statements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "analysis_desk_acts" ADD CONSTRAINT "analysis_desk_acts_done_by_people_persons_id_fk" FOREIGN KEY ("done_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "analysis_memos" ADD CONSTRAINT "analysis_memos_process_id_process_processes_id_fk" FOREIGN KEY ("process_id") REFERENCES "public"."process_processes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "analysis_memos" ADD CONSTRAINT "analysis_memos_statement_id_participation_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."participation_statements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "analysis_memos" ADD CONSTRAINT "analysis_memos_theme_id_analysis_themes_id_fk" FOREIGN KEY ("theme_id") REFERENCES "public"."analysis_themes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "analysis_memos" ADD CONSTRAINT "analysis_memos_replaces_analysis_memos_id_fk" FOREIGN KEY ("replaces") REFERENCES "public"."analysis_memos"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "analysis_memos" ADD CONSTRAINT "analysis_memos_written_by_people_persons_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "analysis_basket_quotes_process_id_index" ON "analysis_basket_quotes" USING btree ("process_id");--> statement-breakpoint
CREATE INDEX "analysis_basket_quotes_statement_id_index" ON "analysis_basket_quotes" USING btree ("statement_id");--> statement-breakpoint
CREATE INDEX "analysis_claims_expires_at_index" ON "analysis_claims" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "analysis_desk_acts_done_by_id_index" ON "analysis_desk_acts" USING btree ("done_by","id");--> statement-breakpoint
CREATE INDEX "analysis_desk_acts_statement_id_index" ON "analysis_desk_acts" USING btree ("statement_id");--> statement-breakpoint
CREATE INDEX "analysis_memos_process_id_index" ON "analysis_memos" USING btree ("process_id");--> statement-breakpoint
CREATE INDEX "analysis_memos_statement_id_index" ON "analysis_memos" USING btree ("statement_id");--> statement-breakpoint
CREATE INDEX "analysis_codings_hold" ON "analysis_codings" USING btree ("statement_id","theme_id") WHERE withdrawn_at is null;--> statement-breakpoint
CREATE INDEX "analysis_codings_coder" ON "analysis_codings" USING btree ("coded_by","coded_at");--> statement-breakpoint
create view analysis_material as
select s.id as statement_id, g.process_id, r.group_id, s.question_id, r.dialogue_id, r.source, r.answers ->> asked.key as place
from participation_statements s
join participation_responses r on r.id = s.response_id
join participation_groups g on g.id = r.group_id
left join (
  select distinct on (dialogue_id) dialogue_id, key from participation_questions where background = 'place' order by dialogue_id, position
) asked on asked.dialogue_id = r.dialogue_id;--> statement-breakpoint
create trigger analysis_memos_stand before update on analysis_memos for each row execute function samsyn_append_only();
