-- Ways in for those who read what came in, and for the reward models that score it.

create index comparison_turn on comparison (turn_id);
create index sample_finished on sample (finished_at) where state = 'finished';
