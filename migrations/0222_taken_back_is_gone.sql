CREATE INDEX "participation_opinion_statements_quote_id_index" ON "participation_opinion_statements" USING btree ("quote_id");--> statement-breakpoint
-- The form of an answer that was changed or taken back is not taken in anew when a browser sends it again. Whoever sends it while it is being taken back
-- waits for that first: the next statement then sees the erasure.
create or replace function participation_erased_forms_stay_sent() returns trigger language plpgsql as $$
begin
  perform 1 from participation_responses where submission_hash = new.submission_hash for key share;
  if exists (select 1 from participation_erasures where submission_hash = new.submission_hash) then return null; end if;
  return new;
end $$;
