create function plans_submitted_is_read_only() returns trigger language plpgsql as $$
declare version_id uuid;
begin
  if tg_table_name = 'plans_goals' then
    version_id := case when tg_op = 'DELETE' then old.version_id else new.version_id end;
  else
    select goal.version_id into version_id from plans_goals goal where goal.id = case when tg_op = 'DELETE' then old.goal_id else new.goal_id end;
  end if;
  if exists (select 1 from plans_versions where id = version_id and submitted_at is not null) then
    raise exception 'a plan that was handed in is read-only' using errcode = 'restrict_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
--> statement-breakpoint
create trigger plans_goals_read_only before insert or update or delete on plans_goals for each row execute function plans_submitted_is_read_only();
--> statement-breakpoint
create trigger plans_targets_read_only before insert or update or delete on plans_targets for each row execute function plans_submitted_is_read_only();
--> statement-breakpoint
create trigger plans_adoptions_stand before update or delete on plans_adoptions for each row execute function samsyn_append_only();
