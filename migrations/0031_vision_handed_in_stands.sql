create function vision_handed_in_is_read_only() returns trigger language plpgsql as $$
declare the_proposal uuid;
begin
  if tg_table_name = 'vision_phrases' then
    the_proposal := case when tg_op = 'DELETE' then old.proposal_id else new.proposal_id end;
  else
    select phrase.proposal_id into the_proposal from vision_phrases phrase where phrase.id = case when tg_op = 'DELETE' then old.phrase_id else new.phrase_id end;
  end if;
  if exists (select 1 from vision_versions version where version.proposal_id = the_proposal) then
    raise exception 'a proposal that was handed in is read-only' using errcode = 'restrict_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
--> statement-breakpoint
create trigger vision_phrases_read_only before insert or update or delete on vision_phrases for each row execute function vision_handed_in_is_read_only();
--> statement-breakpoint
create trigger vision_phrase_roots_read_only before insert or update or delete on vision_phrase_roots for each row execute function vision_handed_in_is_read_only();
--> statement-breakpoint
create trigger vision_phrase_quotes_read_only before insert or update or delete on vision_phrase_quotes for each row execute function vision_handed_in_is_read_only();
--> statement-breakpoint
create trigger vision_versions_stand before update or delete on vision_versions for each row execute function samsyn_append_only();
--> statement-breakpoint
create trigger vision_adoptions_stand before update or delete on vision_adoptions for each row execute function samsyn_append_only();
