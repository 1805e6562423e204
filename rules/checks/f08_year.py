"""F08: the year in the title against the day of signing and the notice's year."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.years import title_years
from rules.facts import FormFacts
from rules.looking import chinese_day, place_hit
from rules.model import Hit, Rule, Scope, Verdict
from rules.packs import Pack
from rules.years import signing_clashes, within


class Year(Rule):
    """标题中的年度与签署日期、与通知的年度是否矛盾。上年第四季度提前签署、次年年初补签的，不算矛盾。

    依据: 承诺按年度进行（csust-2012 标题，xinbei-2010 五，henu-2010 二）。
    反例: 标题为2012年度，签署日期为2011年3月10日；2012年度的通知，交来标题为2011年度的承诺书。
    正例: 标题为2012年度，2012年3月10日签署；标题写几个年度的（2010—2012年），其中有一个相合即可。标题没有写年度而签署在别的年度的，只提示核对；又没有签署日期的，不作判断。
    """

    code = "F08"
    scope = Scope.FORM
    says = ("year", "day", "years")

    def check(self, facts: FormFacts, pack: Pack) -> Iterator[Hit]:
        form, years = facts.form, title_years(facts.form.title.text)
        wanted = pack.rule(self.code).params.get("notice_years", ())
        asked = "、".join(map(str, wanted))
        if years is None:
            day = form.signing.date.day
            if wanted and day and form.year not in wanted and not any(within(day, year, year) for year in wanted):
                values = (("year", ""), ("day", chinese_day(day)), ("years", asked))
                yield place_hit(facts, form.signing.date.passage, verdict=Verdict.UNKNOWN, variant="signed", values=values)
        elif wanted and not any(year in years for year in wanted):
            yield place_hit(facts, form.title, variant="notice", values=(("year", str(years)), ("years", asked), ("day", "")))
        elif signing_clashes(form) and form.signing.date.day:
            values = (("year", str(years)), ("day", chinese_day(form.signing.date.day)), ("years", ""))
            yield place_hit(facts, form.signing.date.passage, values=values)
