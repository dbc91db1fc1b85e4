CREATE TABLE "participation_bursts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dialogue_id" uuid NOT NULL,
	"source" text NOT NULL,
	"began_at" timestamp with time zone NOT NULL,
	"answers" integer NOT NULL,
	"same_text" integer,
	CONSTRAINT "participation_bursts_one" UNIQUE("dialogue_id","source","began_at"),
	CONSTRAINT "participation_bursts_source" CHECK ("participation_bursts"."source" in ('web', 'class', 'kiosk')),
	CONSTRAINT "participation_bursts_many" CHECK ("participation_bursts"."answers" >= 10 and ("participation_bursts"."same_text" is null or "participation_bursts"."same_text" between 10 and "participation_bursts"."answers")),
	CONSTRAINT "participation_bursts_coarse" CHECK (extract(epoch from "participation_bursts"."began_at") % 600 = 0)
);
--> statement-breakpoint
CREATE TABLE "participation_comparisons" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"second_entry_id" uuid NOT NULL,
	"question_id" uuid NOT NULL,
	"differs" boolean NOT NULL,
	"second" jsonb,
	"settled" text,
	"settled_by" uuid,
	"settled_at" timestamp with time zone,
	CONSTRAINT "participation_comparisons_one" UNIQUE("second_entry_id","question_id"),
	CONSTRAINT "participation_comparisons_settled" CHECK ("participation_comparisons"."settled" is null or ("participation_comparisons"."differs" and "participation_comparisons"."settled" in ('first', 'second', 'other', 'gone'))),
	CONSTRAINT "participation_comparisons_kept" CHECK (("participation_comparisons"."second" is not null) = ("participation_comparisons"."differs" and "participation_comparisons"."settled" is null)),
	CONSTRAINT "participation_comparisons_by" CHECK (("participation_comparisons"."settled_by" is null) = ("participation_comparisons"."settled" is null or "participation_comparisons"."settled" = 'gone') and ("participation_comparisons"."settled_by" is null) = ("participation_comparisons"."settled_at" is null))
);
--> statement-breakpoint
CREATE TABLE "participation_samples" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"batch_id" uuid NOT NULL,
	"seed" text NOT NULL,
	"size" integer NOT NULL,
	"drawn_by" uuid NOT NULL,
	"drawn_at" timestamp with time zone NOT NULL,
	CONSTRAINT "participation_samples_batchId_unique" UNIQUE("batch_id"),
	CONSTRAINT "participation_samples_size" CHECK ("participation_samples"."size" between 1 and 10000)
);
--> statement-breakpoint
CREATE TABLE "participation_second_entries" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"sample_id" uuid NOT NULL,
	"sheet_id" uuid NOT NULL,
	"entered_by" uuid NOT NULL,
	"entered_at" timestamp with time zone NOT NULL,
	CONSTRAINT "participation_second_entries_sheetId_unique" UNIQUE("sheet_id")
);
--> statement-breakpoint
ALTER TABLE "participation_readings" DROP CONSTRAINT "participation_readings_why";--> statement-breakpoint
ALTER TABLE "participation_responses" ADD COLUMN "poster" text;--> statement-breakpoint
ALTER TABLE "participation_bursts" ADD CONSTRAINT "participation_bursts_dialogue_id_participation_dialogues_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."participation_dialogues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation_comparisons" ADD CONSTRAINT "participation_comparisons_second_entry_id_participation_second_entries_id_fk" FOREIGN KEY ("second_entry_id") REFERENCES "public"."participation_second_entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation_comparisons" ADD CONSTRAINT "participation_comparisons_question_id_participation_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."participation_questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation_comparisons" ADD CONSTRAINT "participation_comparisons_settled_by_people_persons_id_fk" FOREIGN KEY ("settled_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation_samples" ADD CONSTRAINT "participation_samples_batch_id_participation_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."participation_batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation_samples" ADD CONSTRAINT "participation_samples_drawn_by_people_persons_id_fk" FOREIGN KEY ("drawn_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation_second_entries" ADD CONSTRAINT "participation_second_entries_sample_id_participation_samples_id_fk" FOREIGN KEY ("sample_id") REFERENCES "public"."participation_samples"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation_second_entries" ADD CONSTRAINT "participation_second_entries_sheet_id_participation_sheets_id_fk" FOREIGN KEY ("sheet_id") REFERENCES "public"."participation_sheets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation_second_entries" ADD CONSTRAINT "participation_second_entries_entered_by_people_persons_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation_responses" ADD CONSTRAINT "participation_responses_poster" CHECK ("participation_responses"."poster" is null or "participation_responses"."source" = 'web');--> statement-breakpoint
ALTER TABLE "participation_readings" ADD CONSTRAINT "participation_readings_why" CHECK ("participation_readings"."page" in ('review', 'coding', 'export', 'paper', 'notes') and "participation_readings"."purpose" in ('review', 'coding', 'export', 'audit', 'paper', 'notes'));
--> statement-breakpoint
create trigger participation_samples_stand before update or delete on participation_samples for each row execute function samsyn_append_only();
--> statement-breakpoint
create trigger participation_second_entries_stand before update or delete on participation_second_entries for each row execute function samsyn_append_only();
--> statement-breakpoint
-- A form is entered twice as one of its own batch.
create function participation_second_entry_of_the_batch() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from participation_sheets sheet join participation_samples sample on sample.batch_id = sheet.batch_id
    where sheet.id = new.sheet_id and sample.id = new.sample_id and sheet.set_aside_because is null) then
    raise exception 'a second entry is of a sheet of the batch that was drawn from' using errcode = 'check_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger participation_second_entries_of_the_batch before insert on participation_second_entries for each row execute function participation_second_entry_of_the_batch();
--> statement-breakpoint
-- A difference is settled once. That it was there is never taken away.
create function participation_comparison_stands() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.settled is not null or new.settled is null
    or (new.id, new.second_entry_id, new.question_id, new.differs) is distinct from (old.id, old.second_entry_id, old.question_id, old.differs) then
    raise exception 'a comparison stands, and is settled once: % is refused', tg_op using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger participation_comparisons_stand before update or delete on participation_comparisons for each row execute function participation_comparison_stands();
--> statement-breakpoint
-- Whoever takes back an answer takes back all that was entered of it.
create function participation_second_entry_goes_too() returns trigger language plpgsql as $$
begin
  if new.response_id is null and old.response_id is not null then
    update participation_comparisons set settled = 'gone', second = null
    where differs and settled is null and second_entry_id = (select id from participation_second_entries where sheet_id = new.id);
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger participation_sheets_second_goes_too after update of response_id on participation_sheets for each row execute function participation_second_entry_goes_too();
