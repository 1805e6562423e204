from maker_d import F, finish


def N(i, kind, layout, **k):
    return F('test', 'd%03d' % i, kind, layout, **k)


# d002 printed form of an organisation, water bureau, pdf also
f = N(2, 'org', 'Printed form of an organisation; promises in one cell with 1、 and a sentence before them; seal line and date in the cell; opinion with a date. DOCX and PDF.')
f.p('附件1：')
f.title('2011年度基层党组织公开承诺书')
f.table([
    ['党组织名称', '豆腐花市水文局鸬鹚测站党支部', '党员人数', '9'],
    ['党组织负责人', '葛冬枣', '联系电话', '0000-7700315'],
    ['公开承诺事项及完成时  限', {'t': '\n'.join([
        '围绕水文测报中心任务，支部承诺今年完成以下事项：',
        f.i('1、', '汛前（5月31日前）完成12处水尺的校测和刷漆。'),
        f.i('2、', '洪水期间每小时报汛一次，错报率为零。'),
        f.i('3、', '给沿河四个村的小学各送一块洪水位警示牌，开学第一周装好。'),
        f.i('4、', '建立党员带班和备汛检查制度，7月1日起执行。'),
        f.i('5、', '大力弘扬水文精神，提升队伍形象。'),
        '（盖章）', '2011年2月23日']), 'cols': 3}],
    ['上一级党组织审定意  见', {'t': '同意\n（盖章）\n2011年3月2日', 'cols': 3}],
], [3, 6, 2.6, 4])
f.p('注：“公开承诺事项及完成时限”栏目写不下的，可另附纸；承诺书一式三份，上一级党组织存一份，基层党组织存一份，另一份用于公示。')
f.lab(2011, '2011-02-23', '2011-03-02', 组织='豆腐花市水文局鸬鹚测站党支部', 人数='9', 负责人='葛冬枣', 电话='0000-7700315')
f.save('also')

# d004 student member, letter
f = N(4, 'member', 'Letter of a student; field line under the title; promises (1) … after 我承诺; date with dots.')
f.title('学生党员公开承诺书')
f.p('院系：蚕桑学院    班级：丝绸1302    姓名：桑果酱    学号：1302117', 'c')
f.p('敬爱的党组织、亲爱的同学：')
f.p('我于2015年5月转为正式党员。大三下学期，我承诺：', indent=True)
f.pi('(1)', '通过英语六级考试，专业课平均分不低于85分')
f.pi('(2)', '每天六点半叫醒全宿舍，迟到一次我请吃早饭')
f.pi('(3)', '在学院开放日当讲解员，至少讲满10场')
f.pi('(4)', '考试不作弊、实验数据不造假')
f.pi('(5)', '积极向党组织靠拢，做同学们的知心朋友')
f.p('请老师和同学们监督！', indent=True)
f.p('承诺人：桑果酱', 'r')
f.p('2016.3.7', 'r')
f.lab(2016, '2016-03-07', 姓名='桑果酱')
f.save()

# d006 member ledger by kind, pdf only
f = N(6, 'member', 'A table of a member with the columns 类别 / 承诺内容 / 完成时间 / 备注, no number column; the kind is merged over rows. Only as PDF.')
f.title('党员岗位承诺清单')
f.p('姓名：田柚子      单位：秧歌区环卫处清扫三队      职务：班长')
f.heads = ['岗位类']
a = [f.row(['包干的琵琶路、月琴路段每百平方米杂物不超过5处', '每天', '早6点前普扫完'], number=False), f.row(['把本班21辆手推车全部换上静音轮', '5月20日前'], number=False)]
f.heads = ['服务类']
b = [f.row(['在休息点摆一个爱心水桶，过路人随便喝', '6月至9月'], number=False), f.row(['帮新来的六名环卫工人办好居住证', '一个月内', '和派出所说好了'], number=False)]
f.heads = ['廉洁类']
c = [f.row(['不收商户一包烟、一瓶水', '随时'], number=False)]
a[1].append(''), b[0].append(''), c[0].append('')
f.table([['类别', '承诺内容', '完成时间', '备注'], [{'t': '岗位类', 'rows': 2}] + a[0], a[1], [{'t': '服务类', 'rows': 2}] + b[0], b[1], ['廉洁类'] + c[0]], [2, 7, 3, 3.6])
f.p('')
f.p('本人签字：田柚子        二〇一九年四月二日', 'r')
f.lab(2019, '2019-04-02', 姓名='田柚子', 职务='班长')
f.save('only')

# d008 bus company, catchword paragraphs with clauses
f = N(8, 'org', 'Letter of a bus branch: free headings without numbers on lines of their own, below each a running paragraph whose clauses between semicolons are the promises.')
f.title('踏板公交公司一车队党支部向广大乘客的公开承诺')
f.p('各位乘客朋友：')
f.p('一车队管着1路、4路、17路三条线，每天拉着六万多人。支部34名党员愿意把丑话说在前头：', indent=True)
f.h('车要准点')
f.p(f.i(None, '早高峰发车间隔缩短到5分钟；') + f.i(None, '末班车一分钟不早走；') + f.i(None, '全年中途抛锚不超过12次。'), indent=True)
f.h('车要干净')
f.p(f.i(None, '每趟收车后拖地、擦扶手；') + f.i(None, '4月10日前给62台车换好座椅套。'), indent=True)
f.h('人要和气')
f.p(f.i(None, '司机不抢道、不闯黄灯、不和乘客顶嘴；') + f.i(None, '乘客丢的东西三天内找回或给说法。'), indent=True)
f.p('说得好不好，坐车的人说了算。', indent=True)
f.p('踏板公交公司一车队党支部', 'r')
f.p('2012年3月6日', 'r')
f.lab(2012, '2012-03-06', 组织='踏板公交公司一车队党支部', 人数='34')
f.save()

# d010 secretary, grid of cells, two levels of approval
f = N(10, 'secretary', 'A wide grid: date of signing and approvals as text in cells; opinions of two levels; promises each in a row with the label cell merged at the left.')
f.title('基层党组织书记抓党建公开承诺表')
R = [f.row(['1', '3月底前补齐空缺的组织委员，支委会满员运转。']), f.row(['2', '本人全年上党课不少于两次，其中一次放到一线班组。']),
     f.row(['3', '每月10日为书记接待日，接待记录存档备查。']), f.row(['4', '解决采石三班七名党员长期不过组织生活的问题。']),
     f.row(['5', '带头遵守中央八项规定精神。'])]
f.table([
    ['姓 名', '庞笙', '性 别', '女', '民 族', '苗族'],
    ['出生年月', '1975年2月', '学 历', '本科', '任现职时间', '2014年8月'],
    ['所在党组织', {'t': '地黄牛水泥有限公司矿山分公司党支部', 'cols': 3}, '手 机', '13900000000'],
    [{'t': '公开承诺事项', 'rows': 5}, R[0][0], {'t': R[0][1], 'cols': 4}]] + [[r[0], {'t': r[1], 'cols': 4}] for r in R[1:]] + [
    ['承诺人签字', {'t': '庞笙', 'cols': 2}, '签字日期', {'t': '2016年1月29日', 'cols': 2}],
    ['党委意见', {'t': '同意。 2016年2月3日', 'cols': 5}],
    ['集团党委组织部意见', {'t': '已备案。 2016年2月19日', 'cols': 5}],
], [2.6, 2.4, 2.2, 2.6, 2.8, 3])
f.lab(2016, '2016-01-29', '2016-02-19', 姓名='庞笙', 性别='女', 民族='苗族', 出生='1975-02', 文化='本科', 任职='2014-08', 组织='地黄牛水泥有限公司矿山分公司党支部', 电话='13900000000')
f.save()

# d012 three cards
f = N(12, 'member', 'Three small cards on a page, a table each, of three members of a shop; the first card.')
f.title('亮 牌 承 诺')
out = []
for n, (nm, post, lines, dt) in enumerate([
        ('谷板栗', '生鲜柜组长', [('1.', '菜叶掐不净不上架'), ('2.', '每斤肉的进价牌挂在案头，天天换'), ('3.', '缺秤一两补一斤')], '2010.10.12'),
        ('殷糍粑', '收银员', [('1.', '一分钟扫完20件'), ('2.', '给聋哑顾客备好纸和笔')], '2010.10.12'),
        ('阮桂鱼', '送货司机', [('1.', '满50元两公里内免费送，一小时到家'), ('2.', '不开斗气车，全年零违章'), ('3.', '抬上楼，不加钱')], '2010.10.13')]):
    g = f if not n else f.another('d012-%d' % (n + 1), 'member', 'Card %d of d012.docx.' % (n + 1))
    f.table([['姓名', nm, '岗位', post], ['我的承诺', {'t': '\n'.join(g.i(o, x) for o, x in lines), 'cols': 3}], ['承诺日期', {'t': dt, 'cols': 3}]], [2.2, 4.2, 2.2, 5])
    f.p('')
    g.lab(2010, dt.replace('.', '-'), 姓名=nm, 职务=post)
    out.append(g)
f.p('糯米团超市东风店党支部', 'r')
for g in out:
    g.save(own=g is f)

# d014 retired cadres' branch
f = N(14, 'org', 'Letter of a branch of retired cadres; ① numbers; no greeting; the signature in one line with the date; a note after it.')
f.title('夕阳红党支部公开承诺')
f.p('云锣县教育局离退休第二党支部，平均年龄73岁。我们跑不快、扛不动，但做得到：')
f.pi('①', '组织8名老教师办一个书法班，周六上午开课，不收学费')
f.pi('②', '为教育局编写局史资料约五万字，争取国庆节前交初稿')
f.pi('③', '每季度看望住院和独居的老同志一遍')
f.pi('④', '党费一月一交，不让收党费的同志上门催')
f.pi('⑤', '保持晚节，健康长寿，不给组织添麻烦')
f.p('云锣县教育局离退休第二党支部　　书记　濮老鸭　　2018年4月16日', 'r')
f.p('注：年过八十五岁的五名同志口头承诺，不列。')
f.lab(2018, '2018-04-16', 组织='云锣县教育局离退休第二党支部', 负责人='濮老鸭')
f.save()

# d016 table, promise rows 承诺一…
f = N(16, 'org', 'Label/value grid with a row a promise, the label cells 承诺一 … are the ordinals; inner 目标： 措施： lines; last row left empty.')
f.title('党支部公开承诺卡')
rows = [['支部名称', '响铃镇卫生院党支部', '支部书记', '郎荸荠'], ['党员数', '12', '公示地点', '门诊楼一楼公示栏']]
for o, x in [('承诺一', '目标：65岁以上老人免费体检率达到90%。\n措施：分片包村，周末下乡，车接行动不便的老人。\n时限：10月31日前。'),
             ('承诺二', '目标：夜间急诊五分钟内有医生到场。\n措施：值班医生住院。\n时限：即日起。'),
             ('承诺三', '目标：药品零差率销售，价目表全部上墙。\n时限：3月。')]:
    rows.append([o, {'t': x, 'cols': 3}])
    f.items.append({'text': x, 'ordinal': o, 'headings': []})
rows.append(['承诺四', {'t': '', 'cols': 3}])
rows.append(['支部盖章', '', '日期', '2011年3月1日'])
rows.append(['卫生局党委意见', {'t': '                    年   月   日', 'cols': 3}])
f.table(rows, [3, 5, 3, 4.6])
f.lab(2011, '2011-03-01', 组织='响铃镇卫生院党支部', 负责人='郎荸荠', 人数='12')
f.save()

# d018 no form: work summary
f = N(18, None, 'NOT a form: a summary at the end of a year of how the promises were kept.')
f.title('煨汤区城管执法大队党支部2013年公开承诺兑现情况小结')
f.p('年初，大队党支部向社会公开承诺了五件事。一年来，支部紧紧依靠全体队员，件件抓落实，现将情况小结如下：', indent=True)
f.p('一、主要做法', indent=True)
f.p('（一）领导带头。支委每人包一条街，全年共上街巡查210次。', indent=True)
f.p('（二）公开透明。承诺事项在大队门口公示栏张贴了三个月，收到意见17条，采纳15条。', indent=True)
f.p('二、兑现结果', indent=True)
f.p('1.早市摊位由原来的80个增加到146个，6月份已投入使用。', indent=True)
f.p('2.拆除违章广告牌317块。', indent=True)
f.p('3.暂扣物品三日内发还的承诺，有两起没有做到，已向当事人道歉。', indent=True)
f.p('三、下步打算', indent=True)
f.p('继续把群众满意作为工作的出发点，早谋划2014年的承诺工作。', indent=True)
f.p('煨汤区城管执法大队党支部', 'r')
f.p('2013年12月24日', 'r')
f.lab(2013, ref='2013-12-24')
f.save()

# d020 mixed: letter and ledger
f = N(20, 'org', 'A letter of a school branch whose promises stand in a ledger in the middle (项目名称 / 达到目标 / 推进措施 / 办结时限 / 牵头人), greeting before, signature after.')
f.title('二胡镇中心小学党支部公开承诺书')
f.p('尊敬的各位家长：')
f.p('新学期开学前，我们发了460份问卷，回收431份。您提得最多的几件事，支部列成了清单，谁牵头、几时办完，都写在下面：', indent=True)
R = [['编号', '项目名称', '达到目标', '推进措施', '办结时限', '牵头人']]
for r in [['01', '校门口接送拥堵', '放学15分钟内疏散完', '分三个时段放学，党员护学岗每天6人', '2月28日前', '邝响螺'],
          ['02', '饮水', '每层楼一台直饮机，水质报告张贴', '向镇里争取6万元', '4月中旬', '总务处'],
          ['03', '课后服务', '开设武术、葫芦丝、编程等11门课', '请家长志愿者进课堂', '3月第二周', '邝响螺、扈豆角'],
          ['04', '家长意见箱', '每周五开箱，当面或电话回复', '开箱由家委会一名家长和值周校长一起', '每周', '值周校长'],
          ['05', '教师教育学生的方式方法', '不让一个孩子掉队', '加强师德学习', '长期坚持', '全体党员教师']]:
    R.append(f.row(r))
f.table(R, [1.3, 3, 3.6, 3.8, 2.2, 2.2])
f.p('做得不好的，请您打电话给校长：0000-6651120。', indent=True)
f.p('此致')
f.p('敬礼！')
f.p('中共二胡镇中心小学支部委员会', 'r')
f.p('2023年2月13日', 'r')
f.lab(2023, '2023-02-13', 组织='中共二胡镇中心小学支部委员会')
f.save()

# d022 secretary of a hospital, multi-level automatic numbering
f = N(22, 'secretary', 'Letter of a hospital secretary; two levels numbered by Word: chineseCounting 、 heading lines, decimal 1.1 promises below them.')
f.title('医院党委书记公开承诺书')
f.p('本人席鲈鱼，男，1966年8月生，现任蜈蚣市妇幼保健院党委书记。2013年，我代表自己向全院职工和病家承诺：', indent=True)
a = f.numbering(('chineseCounting', '第%1项 '), ('decimal', '%2）'))
for n, (head, its) in enumerate([('关心职工', ['春节前把拖欠两年的夜班费全部发清。', '7月份开办职工子女假期托管班。']),
                                 ('方便产妇', ['产科病房由三人间改为两人间，改造20间。', '每周三晚开一次孕妇学校，院领导轮流到场。', '产后42天由社区护士上门访视，访视率96%。']),
                                 ('管好自己', ['不在药品、器械采购中打招呼、批条子。'])]):
    o = '第%s项 ' % '一二三'[n]
    f.np(a, head, 0, bold=True)
    f.heads = [o.strip() + ' ' + head]
    for m, x in enumerate(its):
        f.i('%d）' % (m + 1), x)
        f.np(a, x, 1)
f.p('承诺人签字：席鲈鱼', 'r')
f.p('2013年1月5日', 'r')
f.lab(2013, '2013-01-05', 姓名='席鲈鱼', 性别='男', 出生='1966-08', 职务='蜈蚣市妇幼保健院党委书记')
f.save()

# d024 workshop, text boxes throughout
f = N(24, 'org', 'Wall sheet of a workshop: title, promises and signature in three text boxes one under another; headings without numbers in the second. DOCX and PDF.')
f.box(['蚱蜢机床厂装配车间党支部', '我们的承诺'], w=400, h=50)
f.heads = ['对用户']
A = ['对用户', f.i('★', '出厂机床开箱合格率100%', glue=' '), f.i('★', '省内用户报修，48小时内人到现场', glue=' ')]
f.heads = ['对工友']
A += ['对工友', f.i('★', '夏天车间温度超过35℃，支部掏钱送绿豆汤', glue=' '), f.i('★', '五月底前把更衣柜换新，每人一个', glue=' ')]
f.heads = ['对自己']
A += ['对自己', f.i('★', '党员工时比班组平均多出一成', glue=' '), f.i('★', '吃苦在前，享受在后', glue=' ')]
f.box(A, w=400, h=260)
f.box(['书记：成三叶    党员21名', '二○一五年六月二十五日'], vml=True, w=220, h=66, align='right')
f.lab(2015, '2015-06-25', 组织='蚱蜢机床厂装配车间党支部', 负责人='成三叶', 人数='21')
f.save('also')

# d026 blank form with hints
f = N(26, 'org', 'A blank printed form with its hints left in; no promise at all, every field empty, dates blank.')
f.title('      年度基层党组织公开承诺书')
f.table([
    ['党组织名称', '', '党员人数', ''],
    ['党组织负责人', '', '联系电话', ''],
    ['公开承诺事项及完成时限', {'t': '（围绕“五个好”，结合本单位中心工作，提出3至5项承诺，每项写明目标、措施和完成时间）\n1.××××××，×月底前完成；\n2.\n3.\n（盖章）\n    年    月    日', 'cols': 3}],
    ['上一级党组织审定意见', {'t': '（盖章）\n    年    月    日', 'cols': 3}],
], [3, 6, 2.6, 4])
f.lab(None, 组织=None, 人数=None, 负责人=None, 电话=None)
f.save()

# d028 first secretary in a village
f = N(28, 'secretary', 'Letter of a first secretary sent to a village, promises in one long paragraph as 一、…；二、…；with an approval line; date in one line with the name.')
f.title('驻村第一书记承诺书')
f.p('我叫冷浆面，市畜牧局干部，2015年8月到花蛤村任党支部第一书记。驻村两年，我向花蛤村612口人承诺：'
    + f.i('一、', '吃住在村，每月不少于20天；') + f.i('二、', '2016年底前全村38户贫困户全部越过贫困线；') + f.i('三、', '跑下来一座过河桥的钱，两年内让孩子上学不蹚水；')
    + f.i('四、', '教会十户人家养黑山羊，成活率不低于九成；') + f.i('五、', '对村里的党员，三个月内逐个谈一遍心。'), indent=True)
f.p('花蛤村第一书记  冷浆面    2015年9月8日', 'r')
f.p('派出单位意见：全力支持。      市畜牧局党组（章）  2015年9月11日')
f.p('镇党委意见：同意。          2015年9月15日')
f.lab(2015, '2015-09-08', '2015-09-15', 姓名='冷浆面', 职务='花蛤村第一书记')
f.save()

# d030 board of promises, several promises a person, pdf only
f = N(30, 'member', 'Board of the members of a residents\' committee: a person a row, in the cell several numbered promises, each an item under the person\'s name; large letters, the table runs over the page. Only as PDF.', size=24)
f.title('红烧里社区党员公开承诺公示栏')
f.p('（2020年第一期，共公示7人）', 'c')
R = [['姓 名', '身 份', '承 诺 内 容', '群众评议']]
for nm, who, its in [('洪苋菜', '楼栋长', [('1.', '每天早晚各消毒楼道一次；'), ('2.', '替隔离的九户人家买菜、倒垃圾。')]),
                     ('苗藕粉', '退役军人', [('1.', '在北门卡口值夜班，每周四个；'), ('2.', '捐出口罩200只。')]),
                     ('岑枇杷', '个体户', [('1.', '米面油不涨一分钱；'), ('2.', '每天给卡口值守的人送两壶姜汤。')]),
                     ('史鲳鱼', '退休教师', [('1.', '写200个口罩怎么戴的小纸条，贴到每扇单元门上；'), ('2.', '不聚会，不打麻将。')]),
                     ('钮海葵', '社区医生', [('1.', '每天下午给发热门诊转回的居民打一遍电话，问清体温和用药；'), ('2.', '二月底前给辖区37名高血压老人把药送到家，一人一包写好吃法。')]),
                     ('闻黄鳝', '物业经理', [('1.', '两台电梯的按键每两小时擦一次，贴膜每天换。')]),
                     ('卓蕨菜', '在校大学生', [('1.', '3月起给院里的六个小学生线上辅导数学。')])]:
    f.heads = [nm]
    R.append([nm, who, '\n'.join(f.i(o, x) for o, x in its), ''])
f.table(R, [2.4, 2.6, 8, 2.6])
f.p('红烧里社区党总支', 'r')
f.p('2020年2月17日', 'r')
f.lab(2020, '2020-02-17')
f.save('only')

# d032 court member, five 带头
f = N(32, 'member', 'Letter of a procurator under the five 带头 as headings, promises unnumbered lines below them.')
f.title('党员公开承诺书')
f.p('苍耳县人民检察院反贪局党支部：')
f.p('按照争做“五带头”优秀共产党员的要求，本人承诺：', indent=True)
for n, (hd, its) in enumerate([('带头学习提高', ['认真学习中国特色社会主义理论体系，坚定理想信念，不断提高政治素养和业务本领。', '通过国家司法考试，今年9月参加。']), ('带头争创佳绩', ['主办案件3件以上，无一退补两次。', '撰写的调研文章在省级刊物发表一篇。']),
                               ('带头服务群众', ['每月到驻社区检察联络站值班一天，来访登记当天录入。']), ('带头遵纪守法', ['严格执行办案纪律，不泄密、不说情、不吃请。']),
                               ('带头弘扬正气', ['遇到歪风邪气敢于斗争。'])]):
    f.h('%s、%s' % ('一二三四五'[n], hd))
    for x in its:
        f.pi(None, x)
f.p('承诺人：苏海棠果  （侦查一科科长）', 'r')
f.p('2011年  月  日', 'r')
f.p('支部审核意见：该同志承诺切合实际。 支部书记 鞠芡实  2011年4月11日')
f.lab(2011, None, '2011-04-11', ref='2011-04-11', 姓名='苏海棠果', 职务='侦查一科科长')
f.save()

# d034 prompts that are answered
f = N(34, 'member', 'A table of printed prompts, each answered in the cell beside it; the prompt is the heading.')
f.title('无职党员设岗定责承诺表')
f.heads = []
rows = [['姓名', '柴米饼', '年龄', '58'], ['村组', '石磨村五组', '入党时间', '1991年7月']]
rows.append(['我认领的岗位', {'t': '护林防火岗、红白事理事岗', 'cols': 3}])
for q, a in [('我要为群众办的一件实事', '自家三轮车白天停在组口，谁家有急病随叫随到。'), ('我要带富的一户邻居', '教会对门的小芹家种羊肚菌，今年种半亩。'),
             ('我要改掉的一个毛病', '打牌从今天起戒了。'), ('我要带头做的一件事', '清明上坟不烧纸、不放炮。')]:
    f.heads = [q]
    rows.append([q, {'t': f.i(None, a), 'cols': 3}])
rows.append(['本人签字', '柴米饼', '日期', '2013年3月25日'])
rows.append(['支部意见', {'t': '同意上岗。石磨村党支部   2013年3月28日', 'cols': 3}])
f.table(rows, [4.4, 4.2, 2.6, 4.2])
f.lab(2013, '2013-03-25', '2013-03-28', 姓名='柴米饼', 入党='1991-07')
f.save()

# d036 no form: results
f = N(36, None, 'NOT a form: a table of results of last year\'s promises (践诺情况, 群众评议, 未完成原因).')
f.title('公开承诺践诺情况公示表')
f.p('单位：雪菜街道办事处机关第二党支部        2014年12月19日')
f.table([['序号', '承诺事项', '践诺情况', '完成比例', '群众评议', '未完成原因'],
         ['1', '办事大厅增设等候椅', '已增设40把', '100%', '满意', ''],
         ['2', '改造公共厕所5座', '已完成4座', '80%', '基本满意', '一座涉及拆迁'],
         ['3', '办理居民医保8000人', '已办理8217人', '102.7%', '满意', ''],
         ['4', '走访困难户', '走访163户次', '100%', '满意', '']], [1.2, 4, 3.6, 2.2, 2.2, 3])
f.p('评议时间：2014年12月15日，参加评议群众代表46人，满意率93.5%。')
f.lab(2014, ref='2014-12-19')
f.save()

# d038 quarter matrix
f = N(38, 'org', 'A matrix: a row a promise, the quarters as columns with the stage of each; the last column the person in charge; 同上 in a cell.')
f.title('蚯蚓农场第六生产队党支部2024年承诺事项推进表')
R = [['事项', '一季度', '二季度', '三季度', '四季度', '负责人']]
for r in [['高标准农田改造1500亩', '测量放线', '土方完工', '渠系配套', '验收', '浦麻花'],
          ['职工危旧房改造36户', '入户签约', '开工', '主体封顶', '入住', '同上'],
          ['党员活动室翻新', '—', '7月1日前启用', '', '', '粟烧麦'],
          ['大豆亩产提高到420斤', '选种', '播种、间苗', '防虫排涝', '测产公布', '农技组']]:
    R.append(f.row(r, number=False))
f.table(R, [4, 2.3, 2.6, 2.3, 2.3, 2])
f.p('单位负责人：浦麻花                填表人：粟烧麦                填表日期：2024年1月9日')
f.lab(2024, '2024-01-09', 组织='蚯蚓农场第六生产队党支部', 负责人='浦麻花')
f.save()

# d040 bank branch, content controls and tracked insertion
f = N(40, 'org', 'Letter of a bank branch made from a form with content controls: unit, two promises and the date stand in controls; one promise is a tracked insertion.')
f.title('党支部公开承诺书')
f.sdt(f.p('承诺支部：三更鼓农村商业银行夜莺支行党支部'))
f.sdt(f.p('支部书记：裘板鸭    联系方式：0000-3318 905'))
f.p('为巩固和扩大党的群众路线教育实践活动成果，坚持立足县域、服务“三农”的市场定位，进一步密切党群干群关系，树立农商行良好社会形象，支部向广大客户郑重承诺：', indent=True)
f.sdt(f.pi('1、', '小额农户贷款五万元以下的，资料齐全两天放款。'))
f.pi('2、', '4月底前在麻糖村、糖饼村各设一台助农取款机。')
f.sdt(f.pi('3、', '给每个村民小组讲一次防电信诈骗，年内讲满43场。'))
f.ins(f.pi('4、', '残疾客户上门服务，预约后次日到家。'))
f.pi('5、', '进一步转变工作作风，强化服务意识，努力让客户满意。')
f.pi('6、', '认真完成上级交办的各项任务。')
f.p('以上承诺，请社会各界和广大客户监督，我们将以实际行动兑现诺言。', indent=True)
f.p('党支部（公章）', 'r')
f.sdt(f.p('2014-04-01', 'r'))
f.p('上级党委审核：        ')
f.lab(2014, '2014-04-01', 组织='三更鼓农村商业银行夜莺支行党支部', 负责人='裘板鸭', 电话='0000-3318905')
f.save()

# d042 research institute, unnumbered with catchwords, pdf also
f = N(42, 'org', 'Letter of an institute\'s branch: every promise a paragraph led by a catchword and a colon, no numbers; a date without a day; note below. DOCX and PDF.')
f.title('公开承诺书')
f.p('所党委：', indent=False)
f.p('红外室党支部有党员16名，承担国家级课题两项。在全室职工监督之下，支部承诺：', indent=True)
f.pi(None, '课题：年底前完成中期评估，样机整机噪声降到设计值以内。')
f.pi(None, '成果：申请发明专利不少于5项，其中支部党员牵头3项。')
f.pi(None, '青年：每位高工带一名新职工，头三个月一起下实验站。')
f.pi(None, '节约：仪器共享，重复购置一台都不批。')
f.pi(None, '风气：学术上不争功、不诿过。')
f.p('中科磬石研究所红外室党支部', 'r')
f.p('2016年3月', 'r')
f.p('党支部书记：糜蚝油      联系电话：8216')
f.p('注：本承诺书张贴于一楼东侧橱窗。')
f.lab(2016, None, 组织='中科磬石研究所红外室党支部', 人数='16', 负责人='糜蚝油', 电话='8216')
f.save('also')

# d044 kindergarten, five ones
f = N(44, 'org', 'Letter of a kindergarten: container 五个一 in a heading line, five promises below, two sentences more; opinion of the members\' meeting and of the superior; footer with the school\'s motto.')
f.footer('爱心 · 耐心 · 细心')
f.p('附件3')
f.title('第七机关幼儿园党支部年度公开承诺')
f.p('（年度：2015）', 'c')
f.p('单位全称：铃鼓市第七机关幼儿园党支部')
f.p('党员：11名（其中预备党员1名）')
f.h('今年为孩子和家长做好“五个一”：')
f.pi('1）', '建一间家长图书角，4月23日世界读书日开放')
f.pi('2）', '每月开放一天厨房，家长凭园卡进')
f.pi('3）', '换一套户外大型玩具，暑假施工，开学能玩')
f.pi('4）', '每名教师给班里每个孩子写一封期末信')
f.pi('5）', '出一本食谱，由卫生保健员把关，六一节发到每家')
f.pi(None, '此外，园领导一律不收家长的礼品和购物卡。', heads=[])
f.p('铃鼓市第七机关幼儿园党支部', 'r')
f.p('二0一五年三月三日', 'r')
f.p('党员大会评议：11票同意。（3月2日）')
f.p('上级党组织审批意见：')
f.p('        （盖章）          2015年  月  日', 'r')
f.lab(2015, '2015-03-03', 组织='铃鼓市第七机关幼儿园党支部', 人数='11')
f.save()

finish()
