-- What a question asks for is its form without the words: a correction may change those, and nothing else.
create function participation_form_without_words(the_form jsonb) returns jsonb language sql immutable as $$
  select the_form - array['leastLabel', 'leastLabelEnglish', 'mostLabel', 'mostLabelEnglish', 'unit', 'unitEnglish', 'choices', 'rows'] || jsonb_build_object(
    'choices', (select jsonb_agg(choice - 'label' - 'labelEnglish' order by place) from jsonb_array_elements(the_form -> 'choices') with ordinality as listed(choice, place)),
    'rows', (select jsonb_agg(choice - 'label' - 'labelEnglish' order by place) from jsonb_array_elements(the_form -> 'rows') with ordinality as listed(choice, place))
  )
$$;
--> statement-breakpoint
create function participation_correction_keeps_keys() returns trigger language plpgsql as $$
begin
  if not exists (
    select 1 from participation_corrections correction join participation_questions question on question.dialogue_id = correction.dialogue_id
    where correction.id = new.correction_id and question.id = new.question_id
      and participation_form_without_words(question.form) = participation_form_without_words(new.form)
  ) then
    raise exception 'a correction gives a question of its own dialogue new words, and changes nothing else' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger participation_corrected_words_keep_keys before insert on participation_corrected_words for each row execute function participation_correction_keeps_keys();
--> statement-breakpoint
create function participation_correction_of_an_opened() returns trigger language plpgsql as $$
begin
  if not participation_is_opened(new.dialogue_id) then
    raise exception 'a draft is revised, only an opened dialogue is corrected' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger participation_corrections_opened before insert on participation_corrections for each row execute function participation_correction_of_an_opened();
--> statement-breakpoint
create function participation_extension_is_later() returns trigger language plpgsql as $$
begin
  if not participation_is_opened(new.dialogue_id) then
    raise exception 'only an opened dialogue is extended' using errcode = 'restrict_violation';
  end if;
  if exists (
    select 1 from (
      select closes_on, closes_time from participation_dialogues where id = new.dialogue_id
      union all select closes_on, closes_time from participation_extensions where dialogue_id = new.dialogue_id
    ) before where (before.closes_on, before.closes_time) >= (new.closes_on, new.closes_time)
  ) then
    raise exception 'a last day is moved on, never back' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger participation_extensions_later before insert on participation_extensions for each row execute function participation_extension_is_later();
