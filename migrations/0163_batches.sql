CREATE TABLE "participation_batches" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dialogue_id" uuid NOT NULL,
	"source" text NOT NULL,
	"origin" text NOT NULL,
	"forms" integer NOT NULL,
	"received_on" date NOT NULL,
	"received_by" uuid NOT NULL,
	"registered_at" timestamp with time zone NOT NULL,
	CONSTRAINT "participation_batches_source" CHECK ("participation_batches"."source" in ('paper', 'interview')),
	CONSTRAINT "participation_batches_forms" CHECK ("participation_batches"."forms" between 1 and 10000)
);
--> statement-breakpoint
CREATE TABLE "participation_sheets" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"batch_id" uuid NOT NULL,
	"number" text NOT NULL,
	"response_id" uuid,
	"set_aside_because" text,
	"entered_by" uuid NOT NULL,
	"entered_at" timestamp with time zone NOT NULL,
	CONSTRAINT "participation_sheets_responseId_unique" UNIQUE("response_id"),
	CONSTRAINT "participation_sheets_number" UNIQUE("batch_id","number"),
	CONSTRAINT "participation_sheets_either" CHECK ("participation_sheets"."set_aside_because" is null or "participation_sheets"."response_id" is null)
);
--> statement-breakpoint
ALTER TABLE "participation_batches" ADD CONSTRAINT "participation_batches_dialogue_id_participation_dialogues_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."participation_dialogues"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "participation_batches" ADD CONSTRAINT "participation_batches_received_by_people_persons_id_fk" FOREIGN KEY ("received_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "participation_sheets" ADD CONSTRAINT "participation_sheets_batch_id_participation_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."participation_batches"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "participation_sheets" ADD CONSTRAINT "participation_sheets_response_id_participation_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."participation_responses"("id") ON DELETE set null ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "participation_sheets" ADD CONSTRAINT "participation_sheets_entered_by_people_persons_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "participation_batches_dialogue_id_index" ON "participation_batches" USING btree ("dialogue_id");
--> statement-breakpoint
create trigger participation_batches_stand before update or delete on participation_batches for each row execute function samsyn_append_only();
--> statement-breakpoint
-- A sheet stays, with its number and reason. Only which answer it became may change: corrected, or taken back by the one who gave it.
create function participation_sheet_stands() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or to_jsonb(new) - 'response_id' <> to_jsonb(old) - 'response_id' then
    raise exception 'a sheet stays as it was counted: % is refused', tg_op using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger participation_sheets_stand before update or delete on participation_sheets for each row execute function participation_sheet_stands();
--> statement-breakpoint
-- No more forms than came, however they are entered.
create function participation_sheet_of_the_batch() returns trigger language plpgsql as $$
begin
  if (select count(*) from participation_sheets where batch_id = new.batch_id) >= (select forms from participation_batches where id = new.batch_id for update) then
    raise exception 'more sheets than the batch has forms' using errcode = 'check_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger participation_sheets_of_the_batch before insert on participation_sheets for each row execute function participation_sheet_of_the_batch();
