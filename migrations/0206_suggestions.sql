CREATE TABLE "analysis_suggestion_answers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"statement_id" uuid NOT NULL,
	"theme_id" uuid NOT NULL,
	"answer" text NOT NULL,
	"certainty" double precision NOT NULL,
	"learnt_from" integer NOT NULL,
	"was_seen" boolean NOT NULL,
	"answered_by" uuid NOT NULL,
	"answered_at" timestamp with time zone NOT NULL,
	CONSTRAINT "analysis_suggestion_answers_answer" CHECK ("analysis_suggestion_answers"."answer" in ('taken', 'left', 'refused')),
	CONSTRAINT "analysis_suggestion_answers_certainty" CHECK ("analysis_suggestion_answers"."certainty" between 0 and 1 and "analysis_suggestion_answers"."learnt_from" >= 0),
	CONSTRAINT "analysis_suggestion_answers_seen" CHECK ("analysis_suggestion_answers"."was_seen" or "analysis_suggestion_answers"."answer" <> 'refused')
);
--> statement-breakpoint
CREATE TABLE "analysis_blind_spells" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"process_id" uuid NOT NULL,
	"coder_id" uuid NOT NULL,
	"begun_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "analysis_bulk_statements" (
	"bulk_id" uuid NOT NULL,
	"statement_id" uuid NOT NULL,
	"theme_id" uuid NOT NULL,
	"certainty" double precision NOT NULL,
	"position" integer,
	"is_right" boolean,
	"judged_by" uuid,
	"judged_at" timestamp with time zone,
	"coding_id" uuid,
	CONSTRAINT "analysis_bulk_statements_bulk_id_statement_id_pk" PRIMARY KEY("bulk_id","statement_id"),
	CONSTRAINT "analysis_bulk_statements_bulkId_position_unique" UNIQUE("bulk_id","position"),
	CONSTRAINT "analysis_bulk_statements_judged" CHECK (("analysis_bulk_statements"."is_right" is null) = ("analysis_bulk_statements"."judged_by" is null) and ("analysis_bulk_statements"."is_right" is null) = ("analysis_bulk_statements"."judged_at" is null)),
	CONSTRAINT "analysis_bulk_statements_sampled" CHECK ("analysis_bulk_statements"."is_right" is null or "analysis_bulk_statements"."position" is not null),
	CONSTRAINT "analysis_bulk_statements_wrong" CHECK ("analysis_bulk_statements"."coding_id" is null or "analysis_bulk_statements"."is_right" is distinct from false)
);
--> statement-breakpoint
CREATE TABLE "analysis_bulks" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"process_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"certainty" double precision NOT NULL,
	"seed" integer NOT NULL,
	"learnt_from" integer NOT NULL,
	"gathered_by" uuid NOT NULL,
	"gathered_at" timestamp with time zone NOT NULL,
	"outcome" text,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"undone_by" uuid,
	"undone_at" timestamp with time zone,
	CONSTRAINT "analysis_bulks_processId_number_unique" UNIQUE("process_id","number"),
	CONSTRAINT "analysis_bulks_certainty" CHECK ("analysis_bulks"."certainty" between 0 and 1),
	CONSTRAINT "analysis_bulks_outcome" CHECK ("analysis_bulks"."outcome" is null or "analysis_bulks"."outcome" in ('accepted', 'declined')),
	CONSTRAINT "analysis_bulks_decided" CHECK (("analysis_bulks"."outcome" is null) = ("analysis_bulks"."decided_by" is null) and ("analysis_bulks"."outcome" is null) = ("analysis_bulks"."decided_at" is null)),
	CONSTRAINT "analysis_bulks_undone" CHECK (("analysis_bulks"."undone_by" is null) = ("analysis_bulks"."undone_at" is null) and ("analysis_bulks"."undone_at" is null or ("analysis_bulks"."outcome" is not null and "analysis_bulks"."outcome" = 'accepted')))
);
--> statement-breakpoint
ALTER TABLE "analysis_suggestion_answers" ADD CONSTRAINT "analysis_suggestion_answers_statement_id_participation_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."participation_statements"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "analysis_suggestion_answers" ADD CONSTRAINT "analysis_suggestion_answers_theme_id_analysis_themes_id_fk" FOREIGN KEY ("theme_id") REFERENCES "public"."analysis_themes"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "analysis_suggestion_answers" ADD CONSTRAINT "analysis_suggestion_answers_answered_by_people_persons_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "analysis_blind_spells" ADD CONSTRAINT "analysis_blind_spells_process_id_process_processes_id_fk" FOREIGN KEY ("process_id") REFERENCES "public"."process_processes"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "analysis_blind_spells" ADD CONSTRAINT "analysis_blind_spells_coder_id_people_persons_id_fk" FOREIGN KEY ("coder_id") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "analysis_bulk_statements" ADD CONSTRAINT "analysis_bulk_statements_bulk_id_analysis_bulks_id_fk" FOREIGN KEY ("bulk_id") REFERENCES "public"."analysis_bulks"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "analysis_bulk_statements" ADD CONSTRAINT "analysis_bulk_statements_statement_id_participation_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."participation_statements"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "analysis_bulk_statements" ADD CONSTRAINT "analysis_bulk_statements_theme_id_analysis_themes_id_fk" FOREIGN KEY ("theme_id") REFERENCES "public"."analysis_themes"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "analysis_bulk_statements" ADD CONSTRAINT "analysis_bulk_statements_judged_by_people_persons_id_fk" FOREIGN KEY ("judged_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "analysis_bulk_statements" ADD CONSTRAINT "analysis_bulk_statements_coding_id_analysis_codings_id_fk" FOREIGN KEY ("coding_id") REFERENCES "public"."analysis_codings"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "analysis_bulks" ADD CONSTRAINT "analysis_bulks_process_id_process_processes_id_fk" FOREIGN KEY ("process_id") REFERENCES "public"."process_processes"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "analysis_bulks" ADD CONSTRAINT "analysis_bulks_gathered_by_people_persons_id_fk" FOREIGN KEY ("gathered_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "analysis_bulks" ADD CONSTRAINT "analysis_bulks_decided_by_people_persons_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "analysis_bulks" ADD CONSTRAINT "analysis_bulks_undone_by_people_persons_id_fk" FOREIGN KEY ("undone_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "analysis_suggestion_answers_statement_id_index" ON "analysis_suggestion_answers" USING btree ("statement_id");
--> statement-breakpoint
CREATE INDEX "analysis_suggestion_answers_answered_by_theme_id_index" ON "analysis_suggestion_answers" USING btree ("answered_by","theme_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "analysis_blind_spells_one" ON "analysis_blind_spells" USING btree ("process_id","coder_id") WHERE ended_at is null;
--> statement-breakpoint
CREATE INDEX "analysis_bulk_statements_statement_id_index" ON "analysis_bulk_statements" USING btree ("statement_id");
--> statement-breakpoint
-- Nothing is accepted in bulk before all of its sample has been judged by a person, and what became of a bulk stands.
create function analysis_bulk_stands() returns trigger language plpgsql as $$
begin
  if old.outcome is not null and (new.outcome is distinct from old.outcome or new.decided_by is distinct from old.decided_by or new.decided_at is distinct from old.decided_at) then
    raise exception 'A bulk is decided once.' using errcode = 'check_violation';
  end if;
  if old.undone_at is not null and new is distinct from old then
    raise exception 'A bulk is undone once.' using errcode = 'check_violation';
  end if;
  if old.outcome is null and new.outcome = 'accepted' and exists (select 1 from analysis_bulk_statements where bulk_id = new.id and position is not null and is_right is null) then
    raise exception 'A bulk is accepted when all of its sample has been judged.' using errcode = 'check_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger analysis_bulks_stand before update on analysis_bulks for each row execute function analysis_bulk_stands();
--> statement-breakpoint
create trigger analysis_suggestion_answers_stand before update on analysis_suggestion_answers for each row execute function samsyn_append_only();
