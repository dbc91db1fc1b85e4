CREATE TABLE "participation_code_batches" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dialogue_id" uuid NOT NULL,
	"unit" text NOT NULL,
	"made" integer NOT NULL,
	"expires_on" date NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "participation_code_batches_made" CHECK ("participation_code_batches"."made" between 1 and 5000)
);
--> statement-breakpoint
CREATE TABLE "participation_codes" (
	"code_hash" text PRIMARY KEY NOT NULL,
	"batch_id" uuid NOT NULL,
	"is_used" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "participation_code_revocations" (
	"code_hash" text PRIMARY KEY NOT NULL,
	"reason" text NOT NULL,
	"revoked_by" uuid NOT NULL,
	"revoked_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "participation_code_batches" ADD CONSTRAINT "participation_code_batches_dialogue_id_participation_dialogues_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."participation_dialogues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation_code_batches" ADD CONSTRAINT "participation_code_batches_made_by_people_persons_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation_codes" ADD CONSTRAINT "participation_codes_batch_id_participation_code_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."participation_code_batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation_code_revocations" ADD CONSTRAINT "participation_code_revocations_code_hash_participation_codes_code_hash_fk" FOREIGN KEY ("code_hash") REFERENCES "public"."participation_codes"("code_hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation_code_revocations" ADD CONSTRAINT "participation_code_revocations_revoked_by_people_persons_id_fk" FOREIGN KEY ("revoked_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "participation_code_batches_dialogue_id_index" ON "participation_code_batches" USING btree ("dialogue_id");--> statement-breakpoint
CREATE INDEX "participation_codes_batch_id_index" ON "participation_codes" USING btree ("batch_id");
--> statement-breakpoint
create trigger participation_code_batches_stand before update or delete on participation_code_batches for each row execute function samsyn_append_only();
--> statement-breakpoint
create trigger participation_code_revocations_stand before update or delete on participation_code_revocations for each row execute function samsyn_append_only();
--> statement-breakpoint
create function participation_closed_before_opening() returns trigger language plpgsql as $$
begin
  if exists (select 1 from participation_openings opening where opening.dialogue_id = new.dialogue_id)
    and not exists (select 1 from participation_code_batches batch where batch.dialogue_id = new.dialogue_id) then
    raise exception 'a dialogue that was opened for everybody is not closed to a group afterwards' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger participation_code_batches_in_draft before insert on participation_code_batches for each row execute function participation_closed_before_opening();
--> statement-breakpoint
create function participation_code_used_once() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.is_used or not new.is_used or new.code_hash <> old.code_hash or new.batch_id <> old.batch_id then
    raise exception 'a code is used once, and nothing else of it changes' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger participation_codes_once before update or delete on participation_codes for each row execute function participation_code_used_once();
--> statement-breakpoint
create function participation_closed_group_by_code() returns trigger language plpgsql as $$
begin
  if new.source in ('web', 'class', 'kiosk', 'code')
    and (new.source = 'code') <> exists (select 1 from participation_code_batches batch where batch.dialogue_id = new.dialogue_id) then
    raise exception 'a closed group answers by code, and nobody else does' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger participation_responses_by_code before insert on participation_responses for each row execute function participation_closed_group_by_code();
