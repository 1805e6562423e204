"""Papers of a round in Word: the bulletin, reminders to units, and the opinion on a form that came again."""
