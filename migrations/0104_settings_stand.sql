create trigger people_terms_append_only before update or delete on people_terms for each row execute function samsyn_append_only();
--> statement-breakpoint
create trigger people_organ_names_append_only before update or delete on people_organ_names for each row execute function samsyn_append_only();
--> statement-breakpoint
create trigger people_retentions_append_only before update or delete on people_retentions for each row execute function samsyn_append_only();
--> statement-breakpoint
create trigger people_languages_append_only before update or delete on people_languages for each row execute function samsyn_append_only();
--> statement-breakpoint
create trigger people_floors_append_only before update or delete on people_floors for each row execute function samsyn_append_only();
--> statement-breakpoint
create function people_floor_only_raised() returns trigger language plpgsql as $$
begin
  -- Two at once: the second waits, and is measured against the first.
  lock table people_floors in share row exclusive mode;
  if exists (select 1 from people_floors floor where floor.adults > new.adults or floor.children > new.children) then
    raise exception 'the smallest number that may be shown is raised, never lowered' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger people_floors_only_raised before insert on people_floors for each row execute function people_floor_only_raised();
--> statement-breakpoint
create function participation_group_keeps_the_floor() returns trigger language plpgsql as $$
begin
  if exists (select 1 from people_floors floor where new.threshold < case when new.children then floor.children else floor.adults end) then
    raise exception 'a new group begins at the smallest number that may be shown here, or above' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger participation_groups_keep_the_floor before insert on participation_groups for each row execute function participation_group_keeps_the_floor();
--> statement-breakpoint
create function people_place_stays() returns trigger language plpgsql as $$
begin
  -- Answers point at it: it is ended, and never taken away or made into another place.
  if tg_op = 'DELETE' or new.name <> old.name or new.valid_from <> old.valid_from or (old.valid_to is not null and new.valid_to is distinct from old.valid_to) then
    raise exception 'a place is ended, never changed or taken away' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger people_places_stay before update or delete on people_places for each row execute function people_place_stays();
