"""Chinese: digits, scales, hedges, words that are no numbers, verbs, messages, rule titles and examples."""

from __future__ import annotations

DIGITS = {"零": 0, "〇": 0, "○": 0, "一": 1, "二": 2, "两": 2, "俩": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
          "壹": 1, "贰": 2, "貳": 2, "叁": 3, "參": 3, "肆": 4, "伍": 5, "陆": 6, "陸": 6, "柒": 7, "捌": 8, "玖": 9}
SMALL_SCALES = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
BIG_SCALES = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "兆": 10**12}
TENS = {"廿": 20, "卅": 30}
# Numerals, scales and units in traditional signs, one for one.
TRADITIONAL = str.maketrans("萬億兩倆點個負雙對幾餘貳參陸戶項畝噸處條張輛臺筆層棟間場輪屆頭隻時鐘鄉鎮縣區國門約將過達滿歲",
                            "万亿两俩点个负双对几余贰叁陆户项亩吨处条张辆台笔层栋间场轮届头只时钟乡镇县区国门约将过达满岁")
# 12千米 is 12 of 千米; 3兆瓦 is 3 of 兆瓦.
SCALE_IN_UNIT = {"千": "米克瓦卡伏帕赫", "兆": "瓦赫帕比字"}
FRACTION_MARK = "分之"
# 三又二分之一, 三点五; 两 is no digit behind the point.
MIXED = "又"
POINT = "点"
NOT_DECIMAL = "两俩"
HALF = "半"
# 余, 多 and 来 behind a number are words of their own in these.
NOT_MORE = ("多出", "多了", "多收", "多卖", "多赚", "多用", "多花", "多缴", "多付", "多投", "多招", "多运", "多产", "多生产", "余额", "余地", "余粮", "余款", "余热", "余下", "多样", "多于", "多边", "多式", "多元化", "多元的", "来自", "来源", "来往", "来说", "来看")

# What a hedge says of the true value: see figures.HEDGES for the interval of each.
HEDGES_BEFORE = {
    "约": "about", "大约": "about", "约为": "about", "大概": "about", "约合": "about", "折合约": "about",
    "近": "nearly", "将近": "nearly", "接近": "nearly", "逼近": "nearly", "临近": "nearly",
    "不足": "under", "不到": "under", "未满": "under", "不满": "under", "未达": "under", "低于": "under", "少于": "under", "小于": "under",
    "超": "over", "超过": "over", "超出": "over", "过": "over", "逾": "over", "突破": "over", "高于": "over", "多于": "over", "大于": "over", "愈": "over",
    "至少": "at_least", "最少": "at_least", "不少于": "at_least", "不低于": "at_least", "不小于": "at_least", "起码": "at_least",
    "至多": "at_most", "最多": "at_most", "不超过": "at_most", "不高于": "at_most", "不多于": "at_most", "不大于": "at_most", "不超": "at_most",
    "上": "over",
}
# 上 and 过 are hedges only in some company: 上 before a bare scale (上百), 过 not in 经过, 通过.
HEDGE_ONLY_BEFORE_SCALE = frozenset({"上"})
HEDGE_NOT_AFTER = {"过": "经通不透度跨走穿渡错胜", "近": "附最邻亲靠远", "超": "赶出入", "约": "节制条契预签", "上": "以"}
# 近3年 is the last three years, not nearly three.
HEDGE_NOT_BEFORE_TIME = frozenset({"近", "过", "约定"})
HEDGE_LINK = "有为达到了"
HEDGES_INSIDE = {"余": "some_over", "多": "some_over", "来": "about", "几": "some_over"}
HEDGES_AFTER = {
    "以上": "at_least", "及以上": "at_least", "之上": "at_least", "以下": "at_most", "及以下": "at_most", "之下": "at_most", "以内": "at_most",
    "之内": "at_most", "以外": "over", "左右": "about", "上下": "about", "前后": "about", "有余": "some_over", "开外": "over", "还多": "over", "还要多": "over", "还不止": "over", "多": "some_over", "余": "some_over",
}
VAGUE = {"几": (2, 9), "数": (2, 9)}

RANGE_SIGNS = ("~", "—", "–", "-", "－", "至", "到", "——")

# A single numeral (三县) is a figure only before one of these.
COUNTABLE_AFTER_NUMERAL = (
    "个月", "个百分点", "个基点", "百分点", "个", "所", "家", "项", "处", "件", "名", "人次", "户", "座", "条", "台", "套", "辆", "架", "艘", "宗", "起", "例", "笔",
    "张", "栋", "间", "种", "类", "期", "批次", "批", "届", "次", "场", "轮", "县区", "县", "村", "乡", "镇", "市", "省", "区", "国", "州", "校", "年", "天", "周", "小时",
    "倍", "番", "成", "星级", "级", "亩", "公里", "千米", "吨", "元", "米", "公斤", "斤", "克", "岁", "头", "只", "匹", "羽", "棵", "株", "枚", "篇", "册", "本", "份", "幅", "折",
    "平方米", "平方公里", "公顷", "立方米", "美元", "欧元", "人", "位", "季度", "艘次", "度", "厘米", "分钟", "车次", "盒", "瓶", "组", "支", "万", "亿",
)
# 一 is a figure only in these, or before one of the classifiers with a mark behind it (小学一所、中学两所).
ONE_BEFORE = ("半", "倍", "番", "成", "折", "个百分点", "个基点", "百", "千", "万", "亿", "点")
CLASSIFIERS = "所家座个名人项处件条台套辆架艘宗起例栋间场次期批届"
# Behind these a numeral is no quantity: 统一, 同一, 每一.
# 摆在一起: no case.
TOGETHER, TOGETHER_AFTER = "起", "在合聚凑"
NOT_COUNTED_AFTER = "统唯同单每"
# 建成, 三成为: 成 is no tenths before one of these.
NOT_TENTHS_BEFORE = tuple("为员立果功本品熟长就交分语份绩套型风都因")
NOT_DISCOUNT_BEFORE = tuple("合算旧腾扣叠射中断磨子返服线")
# 前三名, 前5位.
RANKED = ("人", "家", "项", "个", "所", "件", "种", "类")
# 十打 is 120, 三打 before one of these is a verb; 三双 and 一百对, where they are all of a text, are counted out.
DOZEN, NOT_DOZEN_BEFORE = "打", "击造好响赢破通开折印扮架官法工包白扫卡分"
PAIRS = "双对"
# What a bare numeral in words stands between.
BOUNDS_BEFORE = " ,、。;:(\n和及与有为是达到约共计"
BOUNDS_AFTER = " ,、。;:!?)\n和及与至到"
# 15日内 and 满15日 last; 15日 alone is a day of the month.
DAYS_LAST_BEFORE = ("内", "以内", "之内", "后", "以后", "之后", "以上", "以下", "左右", "游", "期", "滚动", "年化")
DAYS_LAST_AFTER = ("每", "满", "足", "共", "为期", "历时", "连续", "近", "达", "超过", "不少于", "不超过", "至少", "平均")
# 1203室, 12345热线: the number is a name.
NAMED_BY_NUMBER = ("室", "路公交", "次列车", "国道", "省道", "弄", "热线", "报警")
# 民国二十六年 is a year of an era.
ERAS = frozenset("民国 光绪 宣统 同治 咸丰 道光 嘉庆 乾隆 雍正 康熙 顺治 崇祯 万历 嘉靖 洪武 永乐 贞观 开元 明治 大正 昭和 平成 令和".split())
# 十三届全国人大 is the thirteenth; 2019届 is named by its year.
SESSION = "届"
SESSION_OF = tuple("全中人政常二三四五六七八九")
# A unit of one sign is none where these follow: 6部门, 5000位居.
NOT_UNIT_BEFORE = {"位": "居于列置", "部": "门分委队署长", "本": "科地市省级身报", "单": "位", "分": "别析布之为管", "组": "织", "支": "持付出撑部", "起": "来步", "市": "场",
                   "国": "内际", "场": "所", "集": "中团体", "期": "间末", "所": "有以", "名": "单义称", "批": "准复", "口": "岸", "道": "路", "件": "均", "人": "均民才口力", "户": "均",
                   "亩": "均", "周": "边转", "天": "然津气", "股": "东权份", "票": "据", "级": "联别", "里": "程面", "点": "击位", "度": "假", "区": "域", "家": "庭", "层": "级面"}
# 比例为2:1 is a ratio, 3:2 a score.
BEFORE_RATIO = tuple("比为例率按:.0123456789")
QUOTES = ("“”", "「」", "『』", "‘’", '""')
# Digits behind these words are a number to be called or looked up.
NUMBER_LABELS = tuple("QQ群 群号 电话 手机 邮编 邮政编码 传真 QQ 账号 代码 编号 证号 专线 热线 微信 号码 学号 工号 车牌 文号 拨打 票号 单号".split())

NOT_NUMBERS = (
    "万一 千方百计 千家万户 千军万马 千头万绪 千差万别 千辛万苦 万众 万物 万元户 成千上万 千千万万 万事 万里长征 万无一失 百姓 百家争鸣 百花齐放 百年大计 百科 百货 百度 "
    "百色 百强 千岛湖 万州 万达 万科 万宁 万年青 万全 亿万 四川 三明 三亚 三峡 三门峡 三江 四平 五台山 五粮液 六盘水 六安 九江 九寨沟 八达岭 十堰 银百高速 二连浩特 二七 "
    "五指山 三星堆 三沙 双百 三农 三中全会 四中全会 五中全会 六中全会 三次产业 三产 五四 七一 八一 九三学社 十一黄金周 十分 十足 十全十美 四个意识 四个自信 两个维护 四个全面 三个代表 "
    "两个确立 五位一体 四位一体 三位一体 二位一体 两位一体 一位一体 八项规定 三项机制 十九大 十八大 二十大 十七大 十五五 十四五 十三五 十二五 十一五 十五规划 九五 八五规划 七五 "
    "一带一路 三品一标 两不愁三保障 两不愁 三保障 三大 三强 两学一做 三严三实 三会一课 两手抓 三步走 两步走 四史 四风 五险一金 三公经费 一是 二是 三是 四是 五是 六是 七是 八是 九是 十是 "
    "一来 二来 三来 四季 四周 四处 四面 八方 四方 三方 双方 两岸 两会 两院 两级分化 两极 两侧 两旁 两翼 两地 两端 两头 两边 两者 二者 三者 两用 两用人才 三角 三维 二维 五金 五谷 "
    "七夕 八卦 九牛 十字 百分百 二手 二胎 二孩 三孩 三甲 二甲 三八 六一 五一 十一 七上八下 三三两两 接二连三 再三 一五一十 五花八门 四通八达 三番五次 三心二意 三下乡 两面 两难 两全 "
    "二次元 二氧化 三氧化 四氯 五氧化 三轮车 二人转 二人 一人 三人行 一级 二级 三级 四级 五级 六级 一类 二类 三类 一次 二次创业 一期 一等 二等 三等 二线 三线 四线 三位数 两位数 两位 "
    "七匹狼 三只松鼠 三打 一打三反 三百六十行 三头六臂 三教九流 四书五经 五湖四海 六神无主 七嘴八舌 八仙过海 九霄云外 十拿九稳 两肋 三长两短 四分五裂 "
    "三资 两税 四化 三化 两化 两山 三区三州 三个一批 五个一批 五个一工程 六个精准 六稳 六保 三去一降一补 三大攻坚战 一国两制 九二共识 三重一大 一岗双责"
).split()

RISING = "提高 增加 增长 上升 上涨 提升 增至 升至 上调 扩大 攀升 涨到 涨至 增到 升到 走高 回升 多出 增幅 涨幅 增速".split()
FALLING = "负增长 下降 降低 减少 下调 下滑 下跌 降至 降到 减至 减到 缩小 跌至 跌到 回落 缩减 压减 萎缩 降幅 跌幅".split()
# 增加值 and 降低了门槛 are no statements about a figure.
NOT_VERBS = "增加值 增长极 增长点 提升工程 提升改造 提升工作".split()

MINUS_WORDS = ("零下", "负")
MINUS = "负-"

CONSTANT_PRICES = "可比价 不变价 可比口径 同口径 扣除价格 实际增长 实际下降 剔除".split()

MESSAGES = {
    "consistent": "{sum},与报告的{reported}相符",
    "rounding": "{sum},报告写{reported};考虑四舍五入后相符",
    "mismatch": "{sum},报告写{reported}",
    "bound_consistent": "{left} {op} {right}",
    "bound_rounding": "{left} {op} {right},仅在四舍五入范围内成立",
    "bound_mismatch": "应有 {left} {op} {right},实际 {left_value} 与 {right_value}",
    "direction": "写的是{verb},但从{base}到{value}是{actual}",
    "rising": "上升", "falling": "下降", "unchanged": "持平",
    "changed": "claims.yaml 记为{attested},报告现为{reported}",
    "recorded": "与记录一致",
    "mentions_agree": "{count}处一致",
    "mentions_differ": "几处不一致:{texts}",
    "unbound": "报告中找不到这句话",
    "unbound_several": "报告中有几处相符,数字却不同:{texts}",
    "reworded": "句子已改写,数字仍在同一句中",
    "undecided_unbound": "所需数字未找到:{names}",
    "undecided": "无法判断:{reason}",
    "constant_prices": "增速按可比价计算,不能用现价水平复核({sum})",
    "known": "已知:{reason}",
    "pin_gone": "已注明的问题已不存在,可删去 known",
    "nothing": "没有需要注意的结果",
    "totals": {"consistent": "{} 项相符", "rounding": "{} 项四舍五入内相符", "mismatch": "{} 项不符", "changed": "{} 项数字有变", "unbound": "{} 处未找到",
               "reworded": "{} 句已改写", "undecided": "{} 项无法判断", "known": "{} 项已知"},
    "scanned": "共 {figures} 个数字,核算 {claims} 处,{uncovered} 个数字未核算",
    "no_claims": "共 {figures} 个数字,没有可由文中其他数字推出的",
    "coverage": "{figures} 个数字:{checked} 个已核算,{recorded} 个已记录,{uncovered} 个未覆盖",
    "next_mismatch": "逐步查看:factcheck explain {ids}",
    "next_changed": "改回原数,或:factcheck accept {ids}",
    "next_unbound": "按报告改写 claims.yaml 中的引文;原句已删的:factcheck accept --prune {ids}",
    "next_reworded": "采用新的写法:factcheck accept {ids}",
    "next_uncovered": "记录未覆盖的数字:factcheck init --add {report}",
    "title": "核查结果", "column_claim": "声明", "column_verdict": "结论", "column_place": "位置", "column_message": "说明",
    "verdicts": {"consistent": "相符", "rounding": "舍入", "mismatch": "不符", "changed": "有变", "unbound": "未找到", "reworded": "改写", "undecided": "未决", "uncovered": "未覆盖"},
    "column_change": "变化", "column_touches": "涉及", "changes": "{count} 个数字有变,{broken} 项声明不再成立", "lines_below": ",在其下{count}行", "lines_above": ",在其上{count}行",
    "column_rule": "规则", "column_statement": "陈述", "column_figures": "基础数字", "recorded_rule": "记录",
    "uncovered": "没有声明使用{text},claims.yaml 也没有记录它", "column_role": "角色", "column_figure": "数字", "notes": "备注:{count} 项", "more": "另有 {count} 项,未列出", "figures_of": "所用数字",
}

# For each rule its title, the words that announce it, and examples: a quote that holds, and one that does not.
RULES = {
    "growth": {
        "title": "增长率", "cues": ("增长", "下降", "同比", "比上年"),
        "consistent": ("工业总产值从{base=107.8亿元}提高到{value=176.4亿元},增长{result=63.6%}", "客运量由{base=250万人次}减少到{value=200万人次},下降{result=20%}"),
        "inconsistent": ("工业总产值从{base=107.8亿元}提高到{value=176.4亿元},增长{result=66.3%}", "粮食产量由{base=40万吨}降到{value=36万吨},下降{result=15%}"),
    },
    "cagr": {
        "title": "年均增长率", "cues": ("年均增长", "年均递增"),
        "consistent": ("人均收入由{from=2016年}的{base=7064元}增长到{to=2019年}的{value=10264元},年均增长{result=13.3%}",),
        "inconsistent": ("人均收入由{from=2016年}的{base=7064元}增长到{to=2019年}的{value=10264元},年均增长{result=15.1%}",),
    },
    "difference": {
        "title": "增减量", "cues": ("增加", "减少", "比上年多"),
        "consistent": ("入驻企业从{base=81家}增加到{value=145家},增加{result=64家}", "门店由{base=120家}减至{value=95家},减少{result=25家}"),
        "inconsistent": ("入驻企业从{base=81家}增加到{value=145家},增加{result=46家}",),
    },
    "point_change": {
        "title": "百分点变化", "cues": ("个百分点",),
        "consistent": ("城镇化率由{start=57.4%}提高到{end=59.7%},提高{result=2.3个百分点}", "失业率由{start=5.2%}降至{end=4.9%},下降{result=0.3个百分点}"),
        "inconsistent": ("城镇化率由{start=57.4%}提高到{end=59.7%},提高{result=3.2个百分点}",),
    },
    "multiple": {
        "title": "倍数", "cues": ("倍", "翻一番"),
        "consistent": ("出口额{value=46亿元},是五年前{base=20亿元}的{result=2.3倍}",),
        "inconsistent": ("出口额{value=46亿元},是五年前{base=20亿元}的{result=3.2倍}",),
    },
    "share": {
        "title": "占比", "cues": ("占", "比重", "率"),
        "consistent": ("全部{whole=506项}事项中,可网上办理{part=426项},占{result=84.2%}",),
        "inconsistent": ("全部{whole=506项}事项中,可网上办理{part=426项},占{result=82.4%}",),
    },
    "total": {
        "title": "合计", "cues": ("合计", "共", "其中"),
        "consistent": ("共有企业{result=64家},其中大型{parts=5家}、中型{parts=17家}、小型{parts=42家}",),
        "inconsistent": ("共有企业{result=64家},其中大型{parts=5家}、中型{parts=17家}、小型{parts=24家}",),
    },
    "remainder": {
        "title": "余数", "cues": ("其余", "剩余", "尚有"),
        "consistent": ("计划改造{whole=120处},已完成{parts=87处},尚余{result=33处}",),
        "inconsistent": ("计划改造{whole=120处},已完成{parts=87处},尚余{result=43处}",),
    },
    "average": {
        "title": "平均", "cues": ("平均",),
        "consistent": ("三地降水{values=320毫米}、{values=410毫米}、{values=350毫米},平均{result=360毫米}",),
        "inconsistent": ("三地降水{values=320毫米}、{values=410毫米}、{values=350毫米},平均{result=390毫米}",),
    },
    "quotient": {
        "title": "人均、户均", "cues": ("人均", "户均", "每亩"),
        "consistent": ("贷款{dividend=6亿元},惠及{divisor=1.2万户},户均{result=5万元}", "{divisor=68所}学校有学生{dividend=57083人},校均{result=839人}"),
        "inconsistent": ("贷款{dividend=6亿元},惠及{divisor=1.2万户},户均{result=7万元}",),
    },
    "product": {
        "title": "乘积", "cues": ("每", "标准"),
        "consistent": ("按{factors=800元/亩}补助{factors=30000亩},共{result=2400万元}",),
        "inconsistent": ("按{factors=800元/亩}补助{factors=30000亩},共{result=2700万元}",),
    },
    "equal": {
        "title": "一致", "cues": ("同样", "各"),
        "consistent": ("与{values=13所}卫生院共建医联体{values=13个}",),
        "inconsistent": ("与{values=13所}卫生院共建医联体{values=12个}",),
    },
    "at_most": {
        "title": "不超过", "cues": ("其中", "上限", "以内"),
        "consistent": ("梳理事项{whole=506项},其中可网上办理{part=426项}",),
        "inconsistent": ("梳理事项{whole=506项},其中可网上办理{part=526项}",),
    },
    "between": {
        "title": "区间", "cues": ("之间",),
        "consistent": ("标准在{low=3万元}至{high=5万元},今年为{value=4万元}",),
        "inconsistent": ("标准在{low=3万元}至{high=5万元},今年为{value=8万元}",),
    },
    "rises": {
        "title": "上升", "cues": ("提高到", "增加到"),
        "consistent": ("低保标准由{values=3150元}提高到{values=4560元}",),
        "inconsistent": ("低保标准由{values=4560元}提高到{values=3150元}",),
    },
    "falls": {
        "title": "下降", "cues": ("下降到", "降至"),
        "consistent": ("贫困发生率由{values=26%}下降到{values=0.52%}",),
        "inconsistent": ("贫困发生率由{values=0.52%}下降到{values=26%}",),
    },
    "count": {
        "title": "列举与个数", "cues": ("等", "共"),
        "consistent": ("建成{items=北山乡、南河乡}{result=2个}小城镇",),
        "inconsistent": ("建成{items=北山乡、南河乡}{result=3个}小城镇",),
    },
    "elapsed_years": {
        "title": "历时年数", "cues": ("经过", "历时"),
        "consistent": ("从{from=2016年}到{to=2019年},经过{result=3年}努力",),
        "inconsistent": ("从{from=2016年}到{to=2019年},经过{result=4年}努力",),
    },
    "inclusive_years": {
        "title": "首尾年份计入的年数", "cues": ("连续",),
        "consistent": ("自{from=2017年}至{to=2019年}连续{result=3年}增收",),
        "inconsistent": ("自{from=2017年}至{to=2019年}连续{result=2年}增收",),
    },
}

# A verb and the one that goes the other way.
OPPOSITES = {a: b for pair in (
    "提高 降低", "增加 减少", "增长 下降", "上升 下降", "上涨 下跌", "提升 降低", "增至 减至", "升至 降至", "上调 下调", "扩大 缩小", "攀升 下滑", "涨到 跌到", "涨至 跌至", "增到 减到",
    "升到 降到", "走高 走低", "回升 回落", "增幅 降幅", "涨幅 跌幅", "多出 少出",
) for a, b in (pair.split(), pair.split()[::-1])} | {"下降": "增长", "降低": "提高"}

# What most likely happened to a figure, for each kind of cause; then how it is said of the figure of the finding itself, and of another.
CAUSES = {
    "edited": "改动有误", "percent_points": "百分比与百分点混用", "percent_permille": "百分号与千分号混用", "over_end_value": "误除以期末数", "ratio_as_growth": "把倍比写成增幅",
    "growth_as_ratio": "把增幅写成倍比", "simple_mean": "误用算术平均", "not_averaged": "未按年平均", "to_for_by": "“到”与“了”混用", "direction": "升降写反",
    "years_off_by_one": "年数差一年", "missing_part": "漏加一项", "double_part": "重复加了一项", "scale": "万、亿等单位写错", "moved_point": "小数点错位", "transposed_digits": "数字颠倒",
    "doubled_digit": "多写一位重复数字", "missing_digit": "漏写一位数字", "wrong_digit": "错一位数字", "swapped_items": "两项颠倒", "wrong_base": "误用了{detail}", "stale": "旧数未更新",
    "truncated": "未四舍五入而截尾", "twice_rounded": "两次舍入", "wrong_whole": "分母有误", "extra_digit": "多写一位数字", "recomputed": "按算式应为",
    "own": "{phrase}?{suggestion}", "other": "{text}{phrase}?{suggestion}", "pair": "{first}与{second}{phrase}?", "or": ";或",
}
CHECKS = {
    "recorded": {"title": "记录的数字", "documentation": "claims.yaml 记录的数字:报告须与记录一致。"},
    "uncovered": {"title": "未覆盖的数字", "documentation": "没有声明使用、claims.yaml 也没有记录的数字。"},
}
RULE_HEADINGS = {"roles": "角色", "consistent": "相符", "inconsistent": "不符", "optional": "可省", "listed": "可多个"}
EXPLAIN = {"statement": "陈述", "attested": "记录", "now": "报告", "interval": "区间", "sum": "算式", "verdict": "结论", "fits": "相符的值", "note": "备注", "known": "已知", "level": "级别", "cause": "原因", "undecided": "仅凭这些算式无法确定是哪个数字有误"}

# The page of --format html.
PAGE = {
    "skip": "跳到正文", "findings": "核查结果", "text": "正文", "reports": "{count} 份报告", "attested": "只核对了 claims.yaml 中的数字",
    "clean": "未发现不符", "counts": {
        "mismatch": ("{n} 项不符",), "changed": ("{n} 项有变",), "unbound": ("{n} 处未找到",), "reworded": ("{n} 句改写",), "undecided": ("{n} 项未决",),
        "rounding": ("{n} 项舍入内相符",), "known": ("{n} 项已知",), "consistent": ("{n} 项相符",),
    },
    "picture": "正文里的数字,从头到尾一条一个", "legend": "图例", "says": "报告写", "should": "应为", "was": "原记 {text}", "note": "备注:{text}",
    "rest": "其余 {n} 项:相符或与记录一致", "unchecked": "{n} 个数字未核对", "more": "另有 {n} 项用到它", "table": "表格",
    "place": "第{line}行第{column}字", "page": "第{page}页", "control": "控制符",
    "states": {"mismatch": "不符", "changed": "有变", "involved": "涉及不符", "known": "已知", "undecided": "未决", "rounding": "舍入内相符", "consistent": "相符",
               "recorded": "已记录", "unchecked": "未核对", "unbound": "未找到", "reworded": "改写"},
    "roles": {"base": "基数", "value": "现值", "result": "结果", "from": "起始", "to": "截止", "years": "年数", "start": "起点", "end": "终点", "part": "部分", "whole": "整体",
              "parts": "部分", "values": "数值", "dividend": "被除数", "divisor": "除数", "factors": "因数", "low": "下限", "high": "上限", "items": "列举", "mention": "另一处",
              "nearest": "相近的句子"},
}
