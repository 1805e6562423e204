"""The year after the forms are in: publication, quarterly reports, evaluation, lights and reminders, spot checks."""
