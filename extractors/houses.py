"""How houses are called where people work together or live (局, 院, 村) and the Party's bodies in them: what patterns are built from.

Words are the alternatives of a pattern, letters the inside of a character class: the last letters of names of houses. Each list says
what it is for; they differ because a letter that ends a house in one place ends a common word or a person's name in another."""

from __future__ import annotations

PARTY = "党工委|党委|党总支|总支|党支部|支部|党组(?!织)"
"""The Party's bodies that promise and sign under a name of their own."""
NAMED = "公司|集团|医院|卫生[院室]|学校|[中小大]学|学院|幼儿园|局|厅|委员会|办事处|人民政府|银行|法院|检察院|支队|大队|派出所|管理[处所站]"
"""Houses that promise or sign, by the end of their full names."""
SIGNS = "支部|党委|工委|总支|党组|组织部?|单位|学院|学校|公司|政府"
"""Words of a label that has a house sign."""
PROMISES = "支部|总支|党委|单位|公司|中心|社区|局|院|所|站|村"
"""What a house calls itself behind 本 that promises where it also asks something of its members; a school or a town may only ask."""
SELF = f"{PROMISES}|企业|机关|校|园|馆|店|厂|镇|乡"
"""What a house calls itself behind 我 and 本."""

PLACES = "县市区镇乡村"
OFFICES = "局处科室院所站队厂"
PARTS = "部系组班司"
AUTHORITIES = f"{OFFICES}{PLACES}办街道园会"
"""Ends of a label that has a house sign; groups and classes (组, 班) do not sign."""
BEFORE_NAME = f"{OFFICES}{PARTS}"
"""Houses behind which a name may stand without a blank (县水务局办公室柏青梧); 村, 区, 社 and 校 begin common words there."""
WORKPLACES = f"[{OFFICES}{PARTS}级厅校村区矿行社园]|[小中大]学|中心|车间|网格"
"""Where somebody works, before a blank and his name."""
NOT_OF_SLOGANS = f"{PLACES}局院校处科系部委室司厂厅站队馆"
"""Ends of places and houses that phrases of a slogan seldom end with, as they do with 所, 组, 班 and 级."""
