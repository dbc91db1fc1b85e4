CREATE TABLE "participation_code_holders" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"batch_id" uuid NOT NULL,
	"dialogue_id" uuid NOT NULL,
	"address_hash" text,
	"sealed" text,
	"code_hash" text,
	"letters" integer DEFAULT 0 NOT NULL,
	"last_mailed_on" date,
	"last_notice" text,
	CONSTRAINT "participation_code_holders_addressHash_unique" UNIQUE("address_hash"),
	CONSTRAINT "participation_code_holders_codeHash_unique" UNIQUE("code_hash"),
	CONSTRAINT "participation_code_holders_address" CHECK (position('@' in "participation_code_holders"."sealed") = 0 and length("participation_code_holders"."sealed") < 1000),
	CONSTRAINT "participation_code_holders_whole" CHECK ("participation_code_holders"."sealed" is null or ("participation_code_holders"."address_hash" is not null and "participation_code_holders"."code_hash" is not null))
);
--> statement-breakpoint
ALTER TABLE "people_mails" ADD COLUMN "is_private" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "people_mails" ADD COLUMN "by_day" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "participation_code_batches" ADD COLUMN "remind_every" integer;--> statement-breakpoint
ALTER TABLE "participation_code_batches" ADD COLUMN "remind_at_most" integer;--> statement-breakpoint
ALTER TABLE "participation_code_holders" ADD CONSTRAINT "participation_code_holders_batch_id_participation_code_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."participation_code_batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation_code_holders" ADD CONSTRAINT "participation_code_holders_dialogue_id_participation_dialogues_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."participation_dialogues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation_code_holders" ADD CONSTRAINT "participation_code_holders_code_hash_participation_codes_code_hash_fk" FOREIGN KEY ("code_hash") REFERENCES "public"."participation_codes"("code_hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "participation_code_holders_batch_id_index" ON "participation_code_holders" USING btree ("batch_id");--> statement-breakpoint
CREATE INDEX "participation_code_holders_written_to" ON "participation_code_holders" USING btree ("dialogue_id") WHERE "participation_code_holders"."sealed" is not null;--> statement-breakpoint
ALTER TABLE "participation_code_batches" ADD CONSTRAINT "participation_code_batches_reminders" CHECK ("participation_code_batches"."remind_every" between 1 and 90 and "participation_code_batches"."remind_at_most" between 0 and 5 and ("participation_code_batches"."remind_every" is null) = ("participation_code_batches"."remind_at_most" is null));
--> statement-breakpoint
update people_mails set is_private = true where notice like 'wish %';
--> statement-breakpoint
create or replace function participation_code_used_once() returns trigger language plpgsql as $$
begin
  -- A row may be written anew as it is, so that when it was last written says nothing of when it was used.
  if tg_op = 'UPDATE' and new is not distinct from old and current_setting('samsyn.mixing_codes', true) = 'on' then
    return new;
  end if;
  if tg_op = 'DELETE' or old.is_used or not new.is_used or new.code_hash <> old.code_hash or new.batch_id <> old.batch_id then
    raise exception 'a code is used once, and nothing else of it changes' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
