-- Ways in for those who read what came in, and for the reward models that score it.

create index comparison_turn on comparison (turn_id);
-- An import finishes thousands at one moment: their ids tell them apart.
create index sample_finished on sample (finished_at, id) where state = 'finished';
create index flag_task on flag (task_id);
create index task_skipped on task (campaign_id, ended_at) where end_cause = 'skipped';
