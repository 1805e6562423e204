"""What a line without a number is for: it opens the list, closes it, heads a group, asks to be filled in, or promises.

The words are those of the genre (salutations, oaths, requests to be watched), not of any form."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from extractors.items.numbers import value_of


class Role(StrEnum):
    """Roles of an unnumbered line; TEXT is what may be a promise."""

    PREAMBLE = "preamble"
    CLOSING = "closing"
    HEADING = "heading"
    LABEL = "label"
    NOISE = "noise"
    TEXT = "text"


_PLACEHOLDER = re.compile(r"[\s×xX✕✖＊*_＿.…‥—\-~、，,。；;:：年月日（）()【】\[\]/／无□]*")
_PARTICULARS = re.compile(r"[一-鿿]{2,6}[：:]\s*[^\s：:，。；]{1,20}(?:[ \u3000\t]{2,}|\u3000)[一-鿿]{2,6}[：:]\s*[^\s：:。；]{1,24}")
"""Particulars beside one another (店名：某某粮油店　　经营者：张某)."""
_IMPRINT = re.compile(r"(?!.*(?:建[立起]|[推实施]行|健全|完善|落实|执行|坚持|制[定订]|出台))[^，。；：:]{2,24}(?:监制|印制|制|宣)[\s\u3000]*\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?")
"""Who has made the card."""
_UNFILLED = re.compile(r"[^_＿。；;]{0,20}[_＿][_＿\s]{2,}[_＿]")
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
_CLOSING = re.compile(
    r"(?:以上|上述|综上)(?!率)|(?:此项|这些|本|此|该)承诺|特此|谨此|此诺|此致|敬礼|谢谢|附[：:件]|注[：:]|备注|说明[：:]"
    r"|(?:敬|恳|欢迎|诚恳|诚挚|真诚|热忱|诚|希望|特|并|也|在此|同时|恳)*(?:请|欢迎|希望)(?:广大|各位|全体|各级|上级|大家|领导|同志们|党员|群众|师生|组织|支部|社会|职工|居民|村民|患者|乡亲|党组织)[^；;]{0,30}(?:监督|批评指正|监督指导|看我|检验|评议)"
    r"|(?:敬|恳|诚恳|诚挚|真诚|热忱|诚|特|并|也|在此|同时|恳)*请[^；;]{0,30}(?:监督|批评|指正|检验|看我|见证)|欢迎[^；;]{0,30}(?:监督|批评|指正)"
    r"|(?:自觉|诚恳|诚挚|真诚|衷心|主动|随时|愿意?|甘愿|并|将|我(?:们|将|愿)?|本人(?:将|愿意?)?|支部)*(?:接受[^；;]{0,30}(?:监督|处分|处理|处罚|检验|批评|惩罚|考核|评议)|承担[^；;]{0,12}(?:一切|相应|全部|法律|由此|纪律)[^；;]{0,10}(?:责任|后果))"
    r"|(?:如|若|倘|凡|要是|假如|一旦)(?:有|果|若|本人|我|我们|支部|未能?|不能|因)?[^；;。]{0,18}(?:违反|违背|违诺|失诺|食言|不兑现|未兑现|没有兑现|无法兑现|不能兑现|做不到|没做到|未做到|不能做到|不履行|未履行|未能?履行|未按(?:照)?(?:以上|上述|本)?(?:承诺|约定|规定)|未能?完成|没有?完成|完不成|不能完成|未达到|不落实|未落实|有不实|落空|办不[到成好]|没有?(?:办|做)[好成到])"
    r"|(?:这|以上|上述)[^，,。；;]{0,8}(?:要是|如果|倘若|如|若|凡)[^；;。]{0,12}(?:落空|没|未|不)"
    r"|(?:监督|举报|投诉|联系|服务|咨询|反馈)(?:\s*电话|热线|邮箱|信箱|方式|渠道|单位|人)[^，。；;：:]{0,4}(?:[：:]|\d(?!\d?\s*[*×xX小天]))|承诺书?(?:已|将)?(?:自|一式|张贴|公示|存档|上墙|有效期|期限|时限|时间|期)|本(?:人|支部)?将?说到做到|说到做到|言必[信行]|一诺千金|做不到"
    r"|(?:我|我们|本人|支部|本支部)?(?:一定|必将|定|坚决|保证|会)?(?:说到做到|不折不扣|言出必行|兑现承诺|履行承诺|践行承诺|严格按照?承诺)|让我们|我(?:们)?(?:坚信|相信|深信)"
    r"|(?:我|本人|支部|我们)?对(?:以上|上述|所[作做])[^，,。；;]{0,10}负责"
    r"|(?:办|做|干|完)不(?:成|到|好|了)[^；;，,]{0,12}[，,]|通过(?:以上|上述|这些)|违反(?:以上|上述|本|此)|完成(?:以上|上述)[^，,。；;]{0,8}(?:资金|经费|费用)|所需(?:资金|经费|费用)"
    r"|一式[两二三四五六]份|(?:此|本)(?:书|表)一式"
)
_PROMISES = r"(?:承诺|保证|公诺|许诺|宣誓)"
_PREAMBLE = re.compile(
    rf"(?:各位|尊敬的|亲爱的|敬爱的)[^。；;]{{0,24}}[：:]$|(?:全体|广大)[^，。；;：:]{{1,10}}[：:]$|[^，。；;：:]{{0,6}}各[^，。；;：:]{{0,8}}(?:单位|支部|党委|总支|部门|[科股]室|社区|学校|村)[：:]$|[^。；;：:]*(?:党员|同志们?|乡亲们?|师生|职工|群众|朋友们?|积极分子|干警|民警|业主|家长们?)[：:]$"
    rf"|.*{_PROMISES}[^。；;：:]{{0,12}}(?:如下|以下|下列)|.*(?:如下|以下|下列|这样|这些)[^。；;：:]{{0,8}}{_PROMISES}"
    rf"|.*(?:我|本人|支部|党委|总支|党组织|党员|单位|公司|学院|学校|医院|大队|社区|村|局|所|现|特|郑重|公开|庄严|在此|为此|向)[^。；;]{{0,40}}{_PROMISES}[^。；;：:]{{0,10}}[：:]$"
    rf"|.*(?:如下|以下|下列|下面|几点|几条|几项|几件|几个方面|几方面|几个)[^。；;：:]{{0,14}}[：:]$|(?!.*\d).*{_PROMISES}的?(?:事项|内容)?(?:主要|应|分别)?(?:包括|包含)[：:]$|.*(?:做到|努力做好|抓好|着力做好|重点做好|着重做好)[^，。；;：:]{{0,2}}[：:]$"
)
# A preamble ends in a colon or has one of these words: the pattern above is slow to find that it has neither.
_ANNOUNCES = re.compile(r"[如以]下|下列|这[样些]")
_STORY = re.compile(
    r"我(?:叫|是|名叫|姓|于|自|出生)|本人(?:系|是|叫|姓名|于|\d{4}年)|现年|今年[\d一二三四五六七八九十]+(?:岁|了)|(?:作为|身为|身处)(?!.*(?:将|要|保证|承诺|每|全年|年底)[^。]*[\d一二两三四五六七八九十每])[^；;]{0,20}(?:一名|一个|一位|党员|书记|干部|教师|医生|支部)|自?\d{4}年(?![^；;。，,]{0,8}(?:[前内底末]|年?度|期间|起))[^；;。]{0,20}(?:入党|入伍|参加|毕业|当选|担任|(?<![责主信])任(?![务期何人]))|承蒙|感谢|回顾|过去(?:的)?一年|多年来|一直以来|入党(?:以来|\d+年)|我深(?:知|感)|我(?:始终|一直)?(?:认为|认识到|懂得|明白|清楚)|时刻牢记|大家好|你们好|您好"
)
_AIM = re.compile(
    r"(?:为|为了|根据|按照|依据|遵照|结合|围绕|通过|经|随着|在)[^；;。]{2,}(?:承诺|公诺)(?:书|活动)?[^；;。]{0,14}$"
    r"|(?:我的)?(?:座右铭|格言|口号|信条|宣言|宗旨|理念|箴言|总体目标|总体要求|总体思路|总目标|总要求|指导思想|奋斗目标|承诺宣言|先锋语录|践诺口号|承诺主题|活动主题|主题|愿景|工作思路)(?:是|为)?[：:]"
    r"|.{0,30}是我(?:的|们的)?(?:座右铭|格言|信条|宗旨|人生信条|追求|行为准则)"
)
_PROMISING = re.compile(r"承诺|保证|做到|抓好|办好|做好|完成|落实|如下|以下|下列|任期|兑现|实现")
_SET_NAMES = r"领导班子好?|党员队伍好?|工作机制好?|工作业绩好?|(?:人民)?群众(?:反映|满意)好?|带头(?:学习提高|争创佳绩|服务群众|遵纪守法|弘扬正气)"
_DIMENSION = re.compile(rf"(?:[（(]?(?:\d|[一二三四五])[）)]?[、.．]?)?[“\"]?(?:{_SET_NAMES})[”\"]?")
_PURE = re.compile(
    rf"(?:在|关于|以)?[^，,。；;：:、\d]{{1,16}}(?:、[^，,。；;：:、\d]{{1,10}}){{0,2}}(?:方面|部分)的?(?:承诺|内容|工作|事项|目标|情况)?|(?:“?(?:{_SET_NAMES})”?[、和与]?)+(?:方面|建设|承诺)?"
    rf"|(?:为民|便民|惠民|利民|民生|服务|为群众|为师生|为职工)?(?:办)?(?:实事|好事)(?:方面|类)?|(?:在)?(?:思想|政治|学习|工作|生活|作风|纪律|业务|组织|行动|廉洁|服务|道德|能力){{1,2}}(?:作风|能力|水平|态度)?上|(?!对|.*(?:我|本人|向|郑重|谨|现将|[作做]出|以下|如下|本支部|履行|兑现|践行|遵守))[^，,。；;：:、\d]{{0,12}}(?:承诺|事项)(?:事项|内容|部分|方面|目标|项目)?|(?:本人|个人|支部|党组织|组织|党员|集体|年度|重点|中心|主要|共性|个性|特色|岗位|创新|基础|专项|一般|日常)(?:工作|任务|目标|内容|事项|项目)?"
)
_YEAR = re.compile(r"^\d{4}年度?")
_BRACKETED = re.compile("【[^】，。；]{1,12}】")
_PROMPT = re.compile(r"我[^，,。；;：:、\d]{2,16}(?:是|为)[：:]")
"""What a form asks to be gone on with (我为群众办的一件实事是：); without its colon it is a sentence (我要规范自己的行为)."""
_APPEALS = re.compile(r"(?:倡议|呼吁|号召|提醒|希望|恳请|建议)(?:全[^，。；：:]{0,14}|大家|广大[^，。；：:]{0,8}|各位[^，。；：:]{0,8}|您|你们)?(?:如下|做到)?[：:]$")
_ASKS_OTHERS = re.compile(r"(?:敬?请|恳请|希望|倡议|呼吁|号召|建议)(?:您|你们?|大家|各位|广大|全[体镇村县市校院]|居民|村民|家长|同学|党员同志|同志们|朋友)(?![^，。；]*(?:监督|批评|提出?意见))")
_REPORT = re.compile(r"(?:承诺|践诺|上年|去年|上一年|\d年)[^及和与。；]{0,8}(?:兑现|完成|落实|履行|践诺)情况$|^(?:承诺)?(?:践诺|履诺|兑现|完成)(?:情况)?(?:记录|记载|登记)[：:]?$")
_RESULT = re.compile(r"[（(【]?(?:我的|本人|支部|党员|年[终底])?(?:承诺)?(?:事项)?(?:自查)?(?:完成|落实|兑现|践诺|履诺|履行|办理|进展)(?:的?情况|结果)(?:[（(【][^）)】]{1,16}[）)】])?[：:]")
_RESULT_BEHIND = re.compile(r"\s*[（(](?:完成|落实|兑现|践诺|履诺)情况[：:][^（）()]*[）)]$")
_SECURES = re.compile(
    r"(?:承诺|践诺|履诺|承诺事项)?的?(?:保障|落实|推进|监督|组织|兑现|履行|践诺|履诺|考核|奖惩|问责)(?:与|和|及|、)?(?:落实|推进|监督|组织|兑现|考核|评议|奖惩|问责|承诺|践诺)?的?(?:措施|方式|办法|渠道|途径|机制|保障|领导|要求|安排)|(?:甲|乙|双)方的?(?:责任|义务|权利|职责)(?:和义务)?|(?:方法|实施|活动|工作)?(?:方法)?步骤|(?:工作|有关|具体)?要求|时间安排|(?:活动|承诺)?主题|组织领导|组织实施|责任追究|监督检查|违[诺约](?:责任|处理|追究)|几点(?:要求|说明)"
)
_REASON = re.compile(r"(?:存在的?)?(?:主要)?问题[一二三四五六七八九十\d]{0,2}[：:]|[（(【]?(?:说明|理由|原因|缘由|背景|缘起|解释|提出?依据|承诺理由|承诺依据)[：:]|为(?:什么|何)|之所以|(?:这|这样做)?是因为")
_ASKS = re.compile("(?:居民|群众|家长|师生|职工|村民|大家|用户|患者)?(?:问|提|盼|反映)[：:]")
_NOT_PURE = re.compile(r"[，,。；;：:\d]")  # no alternative of _PURE lets these through
_SECTION_SKIP = re.compile(r"指导思想|^概述$|(?:单位|部门|机构|中心|本[局院校馆站])(?:概况|简介|概述)|主要职责(?!.*承诺)|总体(?:目标|要求|思路)|基本情况|个人(?:简介|简历|情况)|自我介绍|承诺主题|活动主题|座右铭|人生格言|存在(?:的)?(?:主要)?问题(?!.{0,3}(?:整改|改进|解决))|承诺(?:人|对象|主体|单位|依据|范围|期限|时限|时间)(?!内|.*承诺)|监督(?:方式|电话|渠道|单位)|填写?说明|承诺理由")
_LABEL = re.compile(
    r"[（(【\[]?(?:\d{1,2}[、.．])?(?:(?:工作|学习|生活|服务|思想|业务|岗位|年度|总体|承诺|具体|主要|完成|预期|整改|推进|落实|工程|建设|实施|目标|项目|办结|责任|量化|达到)?(?:目\s*标|项\s*目|措\s*施|举\s*措|做\s*法|步\s*骤|时\s*限|时\s*间|期\s*限|标\s*准|指\s*标|效\s*果|成\s*效|节\s*点|进\s*度|方\s*法|办\s*法|途\s*径|任\s*务|要\s*求|保\s*障))(?:要求|内容|安排|任务|名称)?[】\]）)]?\s*[：:]"
    r"|[（(【\[]?(?:责\s*任\s*(?:人|单位|部门|领导|主体|科室)|负责(?:人|部门|单位)?|牵头(?:人|单位|领导|部门)|落实(?:人|单位)|承办(?:人|单位|部门)|配合(?:单位|部门)|经办人|包抓(?:人|领导)|分管领导|协办单位|资金(?:来源)?|经费)[】\]）)]?\s*[：:]"
)
# 承诺：…… among such lines is the promise of its point; with nothing or a number behind it, it opens a list.
_OWN_WORDS = re.compile(r"承\s*诺(?:事项|内容)?\s*[：:]\s*(?=[^\s①-⑳（(【])(?!(?:[一二三四五六七八九十]{1,2}|\d{1,2})[、.．是)）])")
_TIMED_ASIDE = re.compile(r"[（(【\[](?P<inside>[^（）()【】\[\]]{1,24})[）)】\]](?=[：:]?$)")
_PART_OF_TIME = r"第[一二三四五]\s*年|第?[一二三四五六1-6]\s*(?:季度|阶段|步|批次?|学期)|[上下]半年|[近中远短长前后]期|(?:春季?|秋季?|上|下|本|新)学期|[寒暑]假|年内|全年|\d{1,2}\s*[-—–~～至到]{1,2}\s*\d{1,2}月份?|\d{1,2}月份?(?:\s*[-—–~～至到、]{1,2}\s*\d{1,2}月份?)?|(?:\d{4}年度?|[今明]年)"
_TIME_NAME = re.compile(rf"(?:\d{{4}}年度?|[今明本]年度?)?(?:{_PART_OF_TIME})(?:期间|以内|内|底前|前)?(?:的?(?:工作|任务|目标|安排|承诺|事项|计划|重点|实事)){{0,2}}[：:]?")
_BINDING = re.compile(r"[（(【]?(?:承诺|完成|办结|整改|落实|实施)?(?:时\s*限|期\s*限|时\s*间|节点|责任人|责任单位|负责人)")
_TIME = re.compile(
    r"\d{2,4}\s?年|[\d一二三四五六七八九十]{1,3}\s?月|年[内底度末终前]|全年|今年|明年|本年|当年|月底|季度|半年|任期|学[期年]|年初|[一二两三四五\d]+年|即日|起至|(?<![课班餐饭岗训事面眼提空])之?前|期间|以内|之内|时限|期限|每[日天周月季年]"
)
_CONCRETE = re.compile(r"[\d一二两三四五六七八九十百千]+\s?(?:余|多)?(?:公里|平方米|立方米|平方|万元|千瓦|[户名件项次条人位元亩米台套间座所家岁场篇本组栋盏口处批份对只头棵株度吨％%‰节个辆幅期册])")
_CONTAINER = re.compile(
    r"[“\"‘「]?(?P<n>[一二两三四五六七八九十]{1,2}|\d{1,2})\s?(?:个|件|项|条|大|方面|类)?(?P<q>[“\"‘「]?)(?:一|零|不|无|有|个?好|带头|要|严|禁|讲|做到|必须|坚持|到位|过硬|满意|办|到|心|提高|提升|加强|进|制|清|比|感|勤|多|实|强化|确保|杜绝|表率|放心|承诺|实事|好事|工程|活动|工作|行动|任务|事项|项目|计划|制度|机制|举措|措施|重点)"
)
_ABSTRACT = re.compile(
    r"(?:要|将|继续|进一步|切实|着力|大力|努力|不断|积极|认真|深入|全面|严格|带头|始终|持续|扎实|自觉|坚决|更加|全力|狠|勇于|敢于|勤于|善于|乐于|主动|真正|时刻|永远|永葆)*(?:加强|强化|提高|提升|抓(?:好|实|牢|紧|住)?|增强|改进|改善|转变|深化|坚持|坚定|落实|推进|推动|促进|突出|注重|围绕|服务|树立|严|履行|完善|健全|规范|优化|发挥|弘扬|保持|创新|团结|搞好|做好|做(?!到)|当好|遵守|遵纪|维护|爱岗|敬业|廉洁|清正|勤政|务实|求真|以身作则|率先|勤奋|学习|学|讲|争|创|勤|立足|关心|关爱|联系|心系|密切|凝聚|打造|办实事|办好事|为民|惠民|便民|立德|开拓|锐意|艰苦|厉行|牢记|牢固|贴近|重|树|比|提|转|带好|管好|建好|用好|夯实|筑牢|丰富|发展|拓展|培育|激发|引导|营造|构建|建设|强|实|解放|统一|尽职|恪尽|敢|善|乐|塑|守|明|知)"
)
_NAMED_BY_NUMBER = re.compile("“[^”]{1,10}”|五个好|五带头")
_AMOUNT = re.compile(r"\d|[一二两三四五六七八九十百千]{1,3}(?:天|小时|分钟|周|趟|遍|回|倍|成)")
ACTS = (
    r"(?:建|修|装|购|添|换|改造|硬化|完成|组织|开展|举办|走访|慰问|资助|结对|帮扶|解决|清理|发放|培训|参加|撰写|写|读|讲|办|栽|种|植|绿化|发展|培养|制定|制订"
    r"|出台|安排|落实|引进|协调|争取|推行|实行|开通|设立|成立|提供|增设|免费|宣传|检查|排查|调解|化解|整治|疏通|打|铺|架|捐|献|联系|探望|看望|值班|辅导|上|听|交|谈)"
)
"""Verbs of what is done for people, with things or on paper."""
_ACT = re.compile(ACTS)
_STEP = re.compile(r"选址|选定|设计|招标|投标|施工|验收|筹集|筹措|筹资|争取|资金|方案|申请|申报|宣传|动员|摸底|调查|摸清|协调|联系|对接|购置|购买|采购|腾出|聘请|推选|领导小组|小组|专班|专人|台账|登记|论证|报批|审批|拆除|清理|整理|收集|汇总|评选|总结|考核|检查|督促|监督|完工|竣工|开工|进场|测量|勘测|培训|落实责任|成立|张贴|公布")
_TERMINAL = frozenset("。；;！!？?…”）)")


def role_of(text: str) -> Role:
    """The role of an unnumbered line (half-width, stripped)."""
    if _LABEL.match(text):
        return Role.LABEL
    if is_noise(text) or explains(text):
        return Role.NOISE
    if is_preamble(text):
        return Role.PREAMBLE
    if is_closing(text):
        return Role.CLOSING
    if is_heading(text):
        return Role.HEADING
    return Role.TEXT


def is_noise(text: str) -> bool:
    """Placeholders, prompts of the template, lines of the signature."""
    if _PLACEHOLDER.fullmatch(text) or _HINT.match(text) or (text[-1:] in "）)" and _TO_FILL.match(text)):
        return True
    if len(text) < 60 and (_PARTICULARS.fullmatch(text) or _IMPRINT.fullmatch(text)):
        return True
    return len(text) < 60 and (_SIGNATURE.match(text) is not None or (len(text) < 30 and _SEALED.search(text) is not None))


def is_blank(text: str) -> bool:
    """Nothing but marks that stand for words to be filled in."""
    return _PLACEHOLDER.fullmatch(text) is not None


def is_unfilled(text: str) -> bool:
    """A short lead with nothing on the rule behind it (作风上，我要________)."""
    return text[-1:] in "_＿" and _UNFILLED.fullmatch(text) is not None


def asks_to_type(text: str) -> bool:
    """Whether a line is what Word shows where nothing was typed (单击此处输入文字。)."""
    return text[:1] in "请单点轻" and re.match(_CLICK, text) is not None


def without_asides(text: str) -> str:
    """The text without the template's prompts in brackets."""
    return _ASIDE.sub("", text) if "（" in text or "(" in text or "【" in text else text


def is_preamble(text: str) -> bool:
    """A salutation, or a sentence that announces the list (……承诺如下：)."""
    if text[-1:] not in "：:\n" and not _ANNOUNCES.search(text):
        return False
    return _PREAMBLE.match(text) is not None and not pure_label(text)


def is_closing(text: str) -> bool:
    """A request to be watched, an oath, a condition, an effective date, a note."""
    return _CLOSING.match(text, text[:1] in "（(") is not None


def is_story(text: str) -> bool:
    """A sentence about the promiser, or an aim of everything: no promise and no frame of time."""
    return _STORY.match(text) is not None or _AIM.match(text) is not None


def is_promising(text: str) -> bool:
    """Whether a sentence speaks of the promises themselves, and so may set their time."""
    return _PROMISING.search(text) is not None


def is_label(text: str) -> bool:
    """A line 目标：… 措施：… 时限：… 责任人：…"""
    return _LABEL.match(text) is not None


def label_kind(text: str) -> str:
    """The last two letters of a line's label, 目标 of 学习目标：; nothing where it has none."""
    return re.split("[：:]", text, maxsplit=1)[0].strip()[-2:] if is_label(text) else ""


def is_own_words(text: str) -> bool:
    """A line 承诺：…… that says what a point with labelled lines promises."""
    return text[:1] == "承" and _OWN_WORDS.match(text) is not None


def without_timed_aside(text: str) -> str:
    """A heading without the time in brackets at its end: 领导班子好（上半年完成）."""
    found = _TIMED_ASIDE.search(text) if text[-1:] in "）)】]：:" else None
    return text[: found.start()].rstrip() if found is not None and has_time(found["inside"]) else text


def names_time(text: str) -> bool:
    """Whether a line says nothing but which part of the time it is about: 第一阶段（3月至6月）, 下半年任务："""
    if len(text) > 40:
        return False
    bare = _TIMED_ASIDE.sub("", text).strip()
    return _TIME_NAME.fullmatch(bare) is not None


def binds_all(label: str) -> bool:
    """A time or a name that stands once, below the whole list."""
    return _BINDING.match(label) is not None


def pure_label(text: str) -> bool:
    """A heading that promises nothing by itself: 学习方面, 共性承诺, a name of the five."""
    text = _YEAR.sub("", text.strip())
    if _BRACKETED.fullmatch(text) or _PROMPT.fullmatch(text):
        return True
    bare = without_timed_aside(without_asides(text)).strip("【】[]〔〕<>《》★☆●■◆ \u3000").rstrip("：:。. ")
    return len(bare) <= 24 and _is_pure(bare)


@lru_cache(maxsize=1024)
def _is_pure(bare: str) -> bool:
    """Asked several times of each heading, and forms share their headings."""
    return _NOT_PURE.search(bare) is None and _PURE.fullmatch(bare) is not None


def section_name(text: str) -> str:
    """What a section is called, without brackets, blanks and the colon behind it."""
    return "".join(text.split()).strip("【】[]“”").rstrip("：:。.")


_STEPS_DOWN = re.compile("(?:下列|以下|如下)[^，。；;：:]{0,10}(?:情[形况]|问题|行为|条件)之一(?=[^。；;]*(?:辞[职去呈]|引咎|让位|退出|不再担任))[^。；;]{0,40}[：:]$")


def steps_down(text: str) -> bool:
    """A line that says under which of the conditions below it somebody resigns (有下列情形之一的，本人主动辞职：): it and they are one promise."""
    return text[-1:] in "：:" and "之一" in text and _STEPS_DOWN.search(text) is not None


def reports_back(text: str) -> bool:
    """A heading over what became of promises, not over promises (2012年承诺事项兑现情况)."""
    return len(text) <= 20 and _REPORT.search(text) is not None


def tells_result(text: str) -> bool:
    """A line that tells, under its own label, what became of promises (践诺情况：第一项已完成)."""
    return len(text) < 200 and _RESULT.match(text.strip()) is not None


def result_behind(text: str) -> int | None:
    """Where the brackets begin that tell at the end of a promise what became of it: ……。（完成情况：已办）."""
    found = _RESULT_BEHIND.search(text) if text[-1:] in "）)" else None
    return found.start() if found is not None and found.start() else None


def appeals(text: str) -> bool:
    """A heading or a lead over what others are asked to do, not over promises (我们倡议：)."""
    return len(text) <= 40 and _APPEALS.search(text) is not None


def asks_others(text: str) -> bool:
    """A point that asks something of its readers (请您出门时……, 希望大家……)."""
    return _ASKS_OTHERS.match(text) is not None


def secures(text: str) -> bool:
    """A heading over how the promises are kept and by whom they are watched, not over promises (保障措施, 监督方式)."""
    return len(text) <= 14 and _SECURES.fullmatch(text) is not None


def explains(text: str) -> bool:
    """A line that gives the reason for a promise or the state of things behind it."""
    return _REASON.match(text) is not None


def names_set(text: str) -> bool:
    """Whether words name the set of dimensions itself (“五带头”)."""
    return len(text) <= 12 and re.search("五个?(?:好|带头)", text) is not None


def names_dimension(text: str) -> bool:
    """Whether words are the name of one dimension and no more (领导班子好, 1.带头服务群众)."""
    return _DIMENSION.fullmatch("".join(text.split())) is not None


def skipped_section(text: str) -> bool:
    """A heading whose content is never a promise (指导思想, 基本情况)."""
    return len(text) <= 14 and _SECTION_SKIP.search(text) is not None


def asks(text: str) -> bool:
    """A line of what people ask for, over the answer (问：…… 居民提：……)."""
    return _ASKS.match(text) is not None


def questions(text: str) -> bool:
    """A numbered question of the blank (1．本职工作怎么干？): what answers it stands below, and an unanswered one promises nothing."""
    return text[-1:] in "？?" and len(text) <= 40 and not any(c in text for c in "。；;：:")


def is_heading(text: str) -> bool:
    """An unnumbered line that can only head what follows; a question heads its answer."""
    if pure_label(text) or secures(text.rstrip("：: ")) or reports_back(text) or asks(text) or (text[-1] in "？?" and len(text) <= 40):
        return True
    return len(text) <= 24 and text[-1] in "：:" and not any(c in "。；;" for c in text)


@lru_cache(maxsize=512)
def has_time(text: str) -> bool:
    """Whether the words may lend a time to something."""
    return _TIME.search(text) is not None


def complete(text: str) -> bool:
    """Whether the line ends a sentence or clause."""
    return text[-1:] in _TERMINAL


def container_of(text: str, parts: int) -> bool:
    """“做到五个一”, “八不承诺”, 办好三件实事: a name for as many parts as follow."""
    return any(_count(match["n"]) == parts for match in _CONTAINER.finditer(text))


def _count(numeral: str) -> int:
    return 2 if numeral == "两" else value_of(numeral)


def concrete(text: str) -> bool:
    """Whether a lead names an amount or a time of its own; the number of a name (“五个好”) is none."""
    if "“" in text or "五" in text:
        text = _NAMED_BY_NUMBER.sub("", text)
    return _CONCRETE.search(text) is not None or has_time(text)


def amounts(text: str) -> bool:
    """Whether a lead names an amount of its own."""
    return _CONCRETE.search(text) is not None or _AMOUNT.search(text) is not None


def acts(text: str) -> bool:
    """Whether a lead has a verb of something done for people, with things or on paper (修, 走访, 撰写)."""
    return _ACT.search(text) is not None


def abstract(text: str) -> bool:
    """Whether a lead begins with a verb of attitude or care (加强, 提高, 抓)."""
    return _ABSTRACT.match(text) is not None


def is_step(text: str) -> bool:
    """Whether a part is a stage of getting one thing done (选址, 筹资, 验收)."""
    return _STEP.search(text) is not None
