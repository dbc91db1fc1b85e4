CREATE TABLE "participation_corrected_words" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"correction_id" uuid NOT NULL,
	"question_id" uuid NOT NULL,
	"wording" text NOT NULL,
	"wording_english" text,
	"hint" text,
	"hint_english" text,
	"form" jsonb NOT NULL,
	CONSTRAINT "participation_corrected_words_correctionId_questionId_unique" UNIQUE("correction_id","question_id")
);
--> statement-breakpoint
CREATE TABLE "participation_corrections" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dialogue_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"reason" text NOT NULL,
	"corrected_by" uuid NOT NULL,
	"corrected_at" timestamp with time zone NOT NULL,
	CONSTRAINT "participation_corrections_dialogueId_version_unique" UNIQUE("dialogue_id","version"),
	CONSTRAINT "participation_corrections_version" CHECK ("participation_corrections"."version" >= 2)
);
--> statement-breakpoint
CREATE TABLE "participation_begun_answers" (
	"code_hash" text PRIMARY KEY NOT NULL,
	"dialogue_id" uuid NOT NULL,
	"sealed" text NOT NULL,
	"expires_on" date NOT NULL,
	CONSTRAINT "participation_begun_answers_size" CHECK (length("participation_begun_answers"."sealed") < 400000)
);
--> statement-breakpoint
CREATE TABLE "participation_erasures" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dialogue_id" uuid NOT NULL,
	"response_id" uuid NOT NULL,
	"erased_on" date NOT NULL,
	"why" text NOT NULL,
	"persons" integer DEFAULT 1 NOT NULL,
	"seal_sequence" integer,
	"seal_leaf" text,
	"erased_by" uuid,
	CONSTRAINT "participation_erasures_responseId_unique" UNIQUE("response_id"),
	CONSTRAINT "participation_erasures_why" CHECK ("participation_erasures"."why" in ('withdrawn', 'changed', 'thinned')),
	CONSTRAINT "participation_erasures_seal" CHECK (("participation_erasures"."seal_sequence" is null) = ("participation_erasures"."seal_leaf" is null))
);
--> statement-breakpoint
CREATE TABLE "participation_extensions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dialogue_id" uuid NOT NULL,
	"closes_on" date NOT NULL,
	"closes_time" text DEFAULT '24:00' NOT NULL,
	"reason" text NOT NULL,
	"extended_by" uuid NOT NULL,
	"extended_at" timestamp with time zone NOT NULL,
	CONSTRAINT "participation_extensions_clock" CHECK ("participation_extensions"."closes_time" ~ '^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$')
);
--> statement-breakpoint
ALTER TABLE "participation_responses" DROP CONSTRAINT "participation_responses_source";--> statement-breakpoint
ALTER TABLE "participation_responses" DROP CONSTRAINT "participation_responses_web";--> statement-breakpoint
ALTER TABLE "participation_statements" DROP CONSTRAINT "participation_statements_text";--> statement-breakpoint
ALTER TABLE "participation_dialogues" ADD COLUMN "opens_time" text DEFAULT '00:00' NOT NULL;--> statement-breakpoint
ALTER TABLE "participation_dialogues" ADD COLUMN "closes_time" text DEFAULT '24:00' NOT NULL;--> statement-breakpoint
ALTER TABLE "participation_dialogues" ADD COLUMN "legal_basis" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "participation_dialogues" ADD COLUMN "retention" text DEFAULT 'kept' NOT NULL;--> statement-breakpoint
ALTER TABLE "participation_dialogues" ADD COLUMN "retention_years" integer;--> statement-breakpoint
ALTER TABLE "participation_dialogues" ADD COLUMN "draft_days" integer DEFAULT 14 NOT NULL;--> statement-breakpoint
ALTER TABLE "participation_dialogues" ADD COLUMN "figures_while_open" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "participation_questions" ADD COLUMN "key" text;--> statement-breakpoint
ALTER TABLE "participation_questions" DISABLE TRIGGER USER;--> statement-breakpoint
UPDATE "participation_questions" SET "key" = 'fraga-' || ("position" + 1);--> statement-breakpoint
ALTER TABLE "participation_questions" ENABLE TRIGGER USER;--> statement-breakpoint
ALTER TABLE "participation_questions" ALTER COLUMN "key" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "participation_questions" ADD COLUMN "kind" text DEFAULT 'lines' NOT NULL;--> statement-breakpoint
ALTER TABLE "participation_questions" ADD COLUMN "required" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "participation_questions" ADD COLUMN "section_heading" text;--> statement-breakpoint
ALTER TABLE "participation_questions" ADD COLUMN "section_heading_english" text;--> statement-breakpoint
ALTER TABLE "participation_questions" ADD COLUMN "background" text;--> statement-breakpoint
ALTER TABLE "participation_questions" ADD COLUMN "form" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "participation_questions" ADD COLUMN "show_if" jsonb;--> statement-breakpoint
ALTER TABLE "participation_responses" ADD COLUMN "answers" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "participation_responses" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "participation_responses" ADD COLUMN "language" text;--> statement-breakpoint
ALTER TABLE "participation_corrected_words" ADD CONSTRAINT "participation_corrected_words_correction_id_participation_corrections_id_fk" FOREIGN KEY ("correction_id") REFERENCES "public"."participation_corrections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation_corrected_words" ADD CONSTRAINT "participation_corrected_words_question_id_participation_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."participation_questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation_corrections" ADD CONSTRAINT "participation_corrections_dialogue_id_participation_dialogues_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."participation_dialogues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation_corrections" ADD CONSTRAINT "participation_corrections_corrected_by_people_persons_id_fk" FOREIGN KEY ("corrected_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation_begun_answers" ADD CONSTRAINT "participation_begun_answers_dialogue_id_participation_dialogues_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."participation_dialogues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation_erasures" ADD CONSTRAINT "participation_erasures_dialogue_id_participation_dialogues_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."participation_dialogues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation_erasures" ADD CONSTRAINT "participation_erasures_erased_by_people_persons_id_fk" FOREIGN KEY ("erased_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation_extensions" ADD CONSTRAINT "participation_extensions_dialogue_id_participation_dialogues_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."participation_dialogues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation_extensions" ADD CONSTRAINT "participation_extensions_extended_by_people_persons_id_fk" FOREIGN KEY ("extended_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "participation_begun_answers_expires_on_index" ON "participation_begun_answers" USING btree ("expires_on");--> statement-breakpoint
CREATE INDEX "participation_erasures_dialogue_id_index" ON "participation_erasures" USING btree ("dialogue_id");--> statement-breakpoint
CREATE INDEX "participation_extensions_dialogue_id_index" ON "participation_extensions" USING btree ("dialogue_id");--> statement-breakpoint
ALTER TABLE "participation_questions" ADD CONSTRAINT "participation_questions_key" UNIQUE("dialogue_id","key");--> statement-breakpoint
ALTER TABLE "participation_dialogues" ADD CONSTRAINT "participation_dialogues_clock" CHECK ("participation_dialogues"."opens_time" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' and "participation_dialogues"."closes_time" ~ '^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$');--> statement-breakpoint
ALTER TABLE "participation_dialogues" ADD CONSTRAINT "participation_dialogues_retention" CHECK ("participation_dialogues"."retention" in ('kept', 'when-compiled', 'after-years'));--> statement-breakpoint
ALTER TABLE "participation_dialogues" ADD CONSTRAINT "participation_dialogues_years" CHECK (("participation_dialogues"."retention" = 'after-years') = ("participation_dialogues"."retention_years" is not null));--> statement-breakpoint
ALTER TABLE "participation_dialogues" ADD CONSTRAINT "participation_dialogues_draft_days" CHECK ("participation_dialogues"."draft_days" between 1 and 90);--> statement-breakpoint
ALTER TABLE "participation_questions" ADD CONSTRAINT "participation_questions_kind" CHECK ("participation_questions"."kind" in ('lines', 'text', 'one', 'several', 'scale', 'matrix', 'ranking', 'number', 'date', 'place', 'picture', 'information'));--> statement-breakpoint
ALTER TABLE "participation_questions" ADD CONSTRAINT "participation_questions_background" CHECK ("participation_questions"."background" is null or "participation_questions"."background" in ('age', 'place', 'relation', 'gender'));--> statement-breakpoint
ALTER TABLE "participation_questions" ADD CONSTRAINT "participation_questions_asked" CHECK ("participation_questions"."kind" <> 'information' or not "participation_questions"."required");--> statement-breakpoint
ALTER TABLE "participation_responses" ADD CONSTRAINT "participation_responses_answers" CHECK (jsonb_typeof("participation_responses"."answers") = 'object');--> statement-breakpoint
ALTER TABLE "participation_responses" ADD CONSTRAINT "participation_responses_source" CHECK ("participation_responses"."source" in ('web', 'code', 'paper', 'interview', 'class', 'kiosk', 'note', 'import'));--> statement-breakpoint
ALTER TABLE "participation_responses" ADD CONSTRAINT "participation_responses_web" CHECK ("participation_responses"."source" not in ('web', 'code', 'class', 'kiosk') or ("participation_responses"."submission_hash" is not null and "participation_responses"."receipt_hash" is not null and "participation_responses"."label" is null and "participation_responses"."entered_by" is null));--> statement-breakpoint
ALTER TABLE "participation_statements" ADD CONSTRAINT "participation_statements_text" CHECK (length("participation_statements"."text") between 1 and 5000);
--> statement-breakpoint
create trigger participation_extensions_stand before update or delete on participation_extensions for each row execute function samsyn_append_only();
--> statement-breakpoint
create trigger participation_corrections_stand before update or delete on participation_corrections for each row execute function samsyn_append_only();
--> statement-breakpoint
create trigger participation_corrected_words_stand before update or delete on participation_corrected_words for each row execute function samsyn_append_only();
--> statement-breakpoint
create trigger participation_erasures_stand before update or delete on participation_erasures for each row execute function samsyn_append_only();
--> statement-breakpoint
create function participation_erased_with_a_reason() returns trigger language plpgsql as $$
declare the_response uuid;
begin
  the_response := case tg_table_name
    when 'participation_responses' then old.id
    when 'participation_statements' then (to_jsonb(old) ->> 'response_id')::uuid
    else (select statement.response_id from participation_statements statement where statement.id = (to_jsonb(old) ->> 'statement_id')::uuid)
  end;
  if not exists (select 1 from participation_erasures erasure where erasure.response_id = the_response) then
    raise exception 'an answer is erased only together with a row that says why' using errcode = 'restrict_violation';
  end if;
  return old;
end $$;
--> statement-breakpoint
create trigger participation_responses_erased before delete on participation_responses for each row execute function participation_erased_with_a_reason();
--> statement-breakpoint
create trigger participation_statements_erased before delete on participation_statements for each row execute function participation_erased_with_a_reason();
--> statement-breakpoint
drop trigger participation_reviews_stand on participation_reviews;
--> statement-breakpoint
create trigger participation_reviews_stand before update on participation_reviews for each row execute function samsyn_append_only();
--> statement-breakpoint
create trigger participation_reviews_erased before delete on participation_reviews for each row execute function participation_erased_with_a_reason();
