-- Nothing is read as a theme that is no longer in use: it would be counted nowhere. The theme is held, so that it isn't taken out of use at the same moment.
create function analysis_codings_theme_in_use() returns trigger language plpgsql as $$
declare
  retired timestamptz;
begin
  select retired_at into retired from analysis_themes where id = new.theme_id for share;
  if retired is not null then
    raise exception 'theme % is not in use, so nothing is coded as it', new.theme_id using errcode = 'check_violation';
  end if;
  return new;
end
$$;
--> statement-breakpoint
create trigger analysis_codings_theme_in_use before insert or update of theme_id, withdrawn_at on analysis_codings
  for each row when (new.withdrawn_at is null) execute function analysis_codings_theme_in_use();
