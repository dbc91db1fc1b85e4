create function participation_is_opened(the_dialogue uuid) returns boolean language sql stable as $$
  select exists (select 1 from participation_openings opening where opening.dialogue_id = the_dialogue)
$$;
--> statement-breakpoint
create function participation_questions_frozen() returns trigger language plpgsql as $$
begin
  if (tg_op <> 'INSERT' and participation_is_opened(old.dialogue_id)) or (tg_op <> 'DELETE' and participation_is_opened(new.dialogue_id)) then
    raise exception 'the questions of an opened dialogue are frozen' using errcode = 'restrict_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
--> statement-breakpoint
create trigger participation_questions_frozen before insert or update or delete on participation_questions for each row execute function participation_questions_frozen();
--> statement-breakpoint
create function participation_dialogue_frozen() returns trigger language plpgsql as $$
begin
  if participation_is_opened(old.id) then
    raise exception 'an opened dialogue is frozen' using errcode = 'restrict_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
--> statement-breakpoint
create trigger participation_dialogues_frozen before update or delete on participation_dialogues for each row execute function participation_dialogue_frozen();
--> statement-breakpoint
create trigger participation_openings_stand before update or delete on participation_openings for each row execute function samsyn_append_only();
--> statement-breakpoint
create trigger participation_closings_stand before update or delete on participation_closings for each row execute function samsyn_append_only();
--> statement-breakpoint
create function participation_answers_what_was_asked() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'participation_responses' then
    if not participation_is_opened(new.dialogue_id) then
      raise exception 'a dialogue takes no answers before it is opened' using errcode = 'restrict_violation';
    end if;
  elsif not exists (
    select 1 from participation_responses response join participation_questions question on question.dialogue_id = response.dialogue_id
    where response.id = new.response_id and question.id = new.question_id
  ) then
    raise exception 'a statement answers a question of its own dialogue' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger participation_responses_were_asked before insert on participation_responses for each row execute function participation_answers_what_was_asked();
--> statement-breakpoint
create trigger participation_statements_were_asked before insert on participation_statements for each row execute function participation_answers_what_was_asked();
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
--> statement-breakpoint
create trigger participation_reviews_stand before update or delete on participation_reviews for each row execute function samsyn_append_only();
--> statement-breakpoint
create function participation_threshold_only_raised() returns trigger language plpgsql as $$
begin
  if new.threshold < old.threshold or (old.children and not new.children) or new.unit <> old.unit then
    raise exception 'the smallest number that may be shown is raised, never lowered' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger participation_groups_threshold_only_raised before update on participation_groups for each row execute function participation_threshold_only_raised();
