"""What a template prints and nobody has written: placeholders, prompts, lines of the signature, questions to be answered."""

from __future__ import annotations

import re

from extractors.items.clauses import counts

_PLACEHOLDER = re.compile(r"[\s×xX✕✖＊*_＿.…‥—\-~、，,。；;:：年月日（）()【】\[\]/／无□]*")
_PARTICULARS = re.compile(r"[一-鿿]{2,6}[：:]\s*[^\s：:，。；]{1,20}(?:(?:[ \u3000\t]{2,}|\u3000)[一-鿿]{2,6}[：:]\s*[^\s：:。；]{1,24})+")
"""Particulars beside one another (店名：某某粮油店　　经营者：张某)."""
_BLANKS = re.compile(r"(?:[一-鿿]{2,10}[：:][\s_＿]*){2,}")
"""Labels side by side, nothing written behind any (群众满意度：　　支部评价：)."""
_IMPRINT = re.compile(r"(?!.*(?:建[立起]|[推实施]行|健全|完善|落实|执行|坚持|制[定订]|出台))[^，。；：:]{2,24}(?:(?:监制|印制|制|宣)[\s\u3000]*\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?|(?:支部|总支|党委|委员会|组织部|办公室|领导小组)(?:监制|印制|制|宣))(?:[ \u3000\t]+(?:监督|举报|投诉|服务|联系|咨询)(?:电话|热线)[：:]?\s*[\d—–()（） -]{3,18})?")
"""Who has made the card, and where to call."""
_UNFILLED = re.compile(r"[^_＿。；;]{0,20}[_＿][_＿\s]{2,}[_＿]")
_OPEN = "，,、：:（(我要将会是为到"
"""Letters behind which a lead cannot stop."""
_SIGNATURE = re.compile(
    r"(?:我的)?(?:监督[员人]|见证人|证明人|代笔人?|执笔人?|结对人|帮带人)\s*[：:]|(?:[（(]\s*(?:签\s*名|签\s*字|盖\s*章|公\s*章|签\s*章|印\s*章)|(?:签\s*名|签\s*字|盖\s*章|公\s*章|签\s*章|印\s*章)(?=[\s：:）)（(_＿]|$))|(?:承\s*诺\s*(?:人|方|单位|党员|支部|组织)|党员|党?支部书记|书\s*记|负责人|签名|签字|单\s*位|所在(?:党)?支部|党支部|姓\s*名|日\s*期|时\s*间|公示时间)\s*(?:[（(](?:签|盖)[^）)]*[）)])?\s*[：:]\s*[^，。；;]{0,22}$"
    r"|(?!创|争|建|打造|组建|成立|走进|联系|结对|帮)[\w（）()“”·]{2,20}党(?:支部|总支|委|组)(?:委员会)?\s*$"
    r"|(?!创|争|建|打造|组建|成立)(?:中共[\w（）()“”·]{2,24}|\w{2,16}(?:县|区|镇|乡|村|街道|局|公司|集团|医院|学校|中学|小学|大学|处|科|系|厂|矿|队|中心|所|站|院|部)(?:第?[一二三四五六七八九十]+)?(?:党|教工|学生|机关|离退休|职工|本科生|研究生)*)(?:支部|总支|党委|委员会|党组)\s*$"
    r"|(?:二\s*[〇○O零0一二三四五六七八九]{3}|\d{4}|\s*[×xX*]{2,4}|\s)\s*[年./-]\s*[\d一二三四五六七八九十×xX*\s]{0,4}\s*[月./-]\s*[\d一二三四五六七八九十×xX*\s]{0,4}\s*日?\s*$"
)
_SEALED = re.compile(r"[（(]\s*(?:签名|签字|盖章|公章|签章|手印)[^）)]{0,6}[）)]")
_CLICK = "(?:请?单击|请?点击|轻触)(?:或点击|或轻触)?(?:此处|这里)"
"""What an empty content control of Word says."""
_HINT = re.compile(
    rf"{_CLICK}|[（(【]?\s*(?:此栏|此处|本栏|注[：:]|注意(?:事项)?[：:]|备注|说明[：:]|填写?(?:表)?(?:说明|要求|须知)|此表|要求[：:]|可另附|可附页|不少于\s?[\d一二三四五六七八九十]+\s?[条项]|不超过\s?[\d一二三四五六七八九十]+\s?[条项字]|限\s?\d+\s?字|每(?:项|条)承诺(?:应|需|须)|请(?:结合|围绕|根据|按|从|在此|填)|写不下|(?:示例|范例|例如|样式)[：:）)]|[（(][^）)]{0,30}(?:填写|另附))"
    r"|[（(【][^（）()【】]{0,16}(?:[\d一二两三四五六七八九十]\s?[项条件]左?右?|可不填|选填|可填)[）)】]$"
    r"|[（(【]\s*(?:请)?(?:写明|写清|写上|列明|列出|注明|简述|概述|填入)[^（）()【】]{0,40}[）)】]\s*$"
)
_TO_FILL = re.compile(r"[^：:。；]{2,8}[：:]\s*[（(][^）)]{0,12}填[写报]?[^）)]{0,6}[）)]\s*$")
_ASIDE = re.compile(r"\s*[（(【](?:[^（）()]{0,6}(?:不少于|不超过|至少|最多|限)\s?[\d一二三四五六七八九十]+\s?[条项个字件][^（）()]{0,12}|(?:请|此栏|此处|本栏|填写|可另附|注[：:]|说明)[^（）()]{0,60}|[^（）()]{0,30}(?:填写|另附纸|附页|自行添加)[^（）()]{0,12}|[^（）()]{0,20}[写填列报]\s?\d{1,2}(?:\s*[至到—~-]\s*\d{1,2})?\s*[条项个件][^（）()]{0,8}|[^（）()]{0,12}(?:打\s*[“”]?[√✓勾钩]|勾选|选[定填择])[^（）()]{0,14}|\d{1,2}\s*[至到—~-]\s*\d{1,2}\s*[项条个件][^（）()]{0,12})[）)】]\s*")


def is_noise(text: str) -> bool:
    """Placeholders, prompts of the template, lines of the signature."""
    if _PLACEHOLDER.fullmatch(text) or _HINT.match(text) or (text[-1:] in "）)" and _TO_FILL.match(text)):
        return True
    if len(text) < 60 and (_PARTICULARS.fullmatch(text) or _BLANKS.fullmatch(text) or _IMPRINT.fullmatch(text)):
        return True
    return len(text) < 60 and (_SIGNATURE.match(text) is not None or (len(text) < 30 and _SEALED.search(text) is not None))


def is_blank(text: str) -> bool:
    """Nothing but marks that stand for words to be filled in."""
    return _PLACEHOLDER.fullmatch(text) is not None


def is_unfilled(text: str) -> bool:
    """A short lead with nothing on the rule behind it (作风上，我要________); what was written on the rule up to its amount is none (走访困难户6户______)."""
    if text[-1:] not in "_＿" or _UNFILLED.fullmatch(text) is None:
        return False
    lead = text.rstrip("_＿ \u3000\t")
    return lead[-1:] in _OPEN or not counts(lead)


def asks_to_type(text: str) -> bool:
    """Whether a line is what Word shows where nothing was typed (单击此处输入文字。)."""
    return text[:1] in "请单点轻" and re.match(_CLICK, text) is not None


def without_asides(text: str) -> str:
    """The text without the template's prompts in brackets."""
    return _ASIDE.sub("", text) if "（" in text or "(" in text or "【" in text else text


def questions(text: str) -> bool:
    """A numbered question of the blank (1．本职工作怎么干？): what answers it stands below, and an unanswered one promises nothing."""
    return text[-1:] in "？?" and len(text) <= 40 and not any(c in text for c in "。；;：:")
