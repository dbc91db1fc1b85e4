ALTER TABLE "participation_erasures" ADD COLUMN "submission_hash" text;--> statement-breakpoint
CREATE INDEX "participation_erasures_submission_hash_index" ON "participation_erasures" USING btree ("submission_hash");--> statement-breakpoint
-- The form of an answer that was changed or taken back is not taken in anew when a browser sends it again.
create function participation_erased_forms_stay_sent() returns trigger language plpgsql as $$
begin
  if exists (select 1 from participation_erasures where submission_hash = new.submission_hash) then return null; end if;
  return new;
end $$;
--> statement-breakpoint
create trigger participation_responses_sent_once before insert on participation_responses for each row when (new.submission_hash is not null) execute function participation_erased_forms_stay_sent();
