"""What people are by office and work (书记, 局长, 电工): what patterns are built from.

Words are the alternatives of a pattern, letters the inside of a character class."""

from __future__ import annotations

POSTS = "书记|主任|委员|经理"
"""Offices that are called alike in houses of every kind."""
TITLES = f"{POSTS}|主管|干事|助理|教授|医生|医师|护士|老师|同志"
"""What may stand right before a name in running text (由主任张某负责)."""
HOUSES = "县市区镇乡村局院校所站队厂行会"
"""Letters before 长 in the title of a house's head (局长), who signs for it beside its secretary."""
LED = f"{HOUSES}处科部组班段"
"""The same with parts of a house (科长, 班长), whose heads sign for themselves or above others alone."""
WORK = "[长员师士工生]|民警|干部|司机|村民|业主"
"""How words end that say what somebody is."""
