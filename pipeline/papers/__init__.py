"""Papers of a round in Word: the bulletin, reminders, opinions on forms that came again, review sheets, the print set."""
