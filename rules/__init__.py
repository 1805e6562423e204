"""Facts become findings: pure judgement by the notice's pack. Nothing here reads or writes a form."""
