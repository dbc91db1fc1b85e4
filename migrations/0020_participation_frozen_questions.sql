create function participation_questions_frozen() returns trigger language plpgsql as $$
begin
  if exists (select 1 from participation_openings opening where opening.dialogue_id = old.dialogue_id) then
    raise exception 'the questions of an opened dialogue are frozen' using errcode = 'restrict_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
--> statement-breakpoint
create trigger participation_questions_frozen before update or delete on participation_questions for each row execute function participation_questions_frozen();
--> statement-breakpoint
create function participation_question_not_added_late() returns trigger language plpgsql as $$
begin
  if exists (select 1 from participation_openings opening where opening.dialogue_id = new.dialogue_id) then
    raise exception 'the questions of an opened dialogue are frozen' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger participation_questions_not_added_late before insert on participation_questions for each row execute function participation_question_not_added_late();
--> statement-breakpoint
create function participation_answer_stands() returns trigger language plpgsql as $$
begin
  -- Only the seal is written after the answer.
  if (to_jsonb(new) - 'seal_sequence') <> (to_jsonb(old) - 'seal_sequence') or old.seal_sequence is not null then
    raise exception 'an answer is not changed after it was given' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger participation_responses_stand before update on participation_responses for each row execute function participation_answer_stands();
--> statement-breakpoint
create trigger participation_statements_stand before update on participation_statements for each row execute function samsyn_append_only();
