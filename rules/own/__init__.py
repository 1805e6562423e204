"""Rules that a notice declares as data (`own_rules` of its pack), one kind a file; `build.own_rules` makes them."""
