"""The words in which plans vary one indicator's name, as tables for `normalise`.

A text with | in it is a list of words.
"""

from __future__ import annotations

#: Left out wherever they stand: they never make it another indicator.
IDLE_WORDS = "的|各类|各项"
IDLE_SIGNS = "“”‘’\"'《》〈〉「」『』【】〔〕[]、·•_`\u200b\u200c\u200d\ufeff\u00ad"

#: Equal wherever they stand in a name; what many write → what the key has.
EQUIVALENTS = {
    "规模以上": "规上",
    "限额以上": "限上",
    "第一产业": "一产",
    "第二产业": "二产",
    "第三产业": "三产",
    "地区生产总值": "GDP",
    "国内生产总值": "GDP",
    "区域生产总值": "GDP",
    "生产总值": "GDP",
    "市场主体": "经营主体",
    "研究与试验发展": "R&D",
    "研究与实验发展": "R&D",
    "研究和试验发展": "R&D",
    "研究与开发": "R&D",
    "研发": "R&D",
    "细颗粒物": "PM2.5",
    "可吸入颗粒物": "PM10",
    "二氧化碳": "CO2",
    "电子商务": "电商",
    "相当于": "占",
    "所占": "占",
    "比例": "比重",
    "比率": "比重",
    "占比重": "占比",
    "占比例": "占比",
    "所占比重": "占比",
    "所占比例": "占比",
    "每万人口": "每万人",
    "每千人口": "每千人",
    "每百户家庭": "每百户",
}

#: What a bracket may repeat in other letters without saying anything new.
ABBREVIATIONS = (
    "R&D|PCT|GDP|CPI|PPI|AQI|EQI|PUE|FDI|COD|VOCS|M2|O3|SO2|NO2|CO2|PM2.5|PM10|不含农户"
)

#: What a bracket at the end may say as the unit of a column (万 and 亿 before it).
BRACKET_UNITS = (
    "%|‰|个百分点|元|美元|人|人次|人年|户|家|个|件|项|次|场|天|日|小时|分钟|年|岁|吨|"
    "吨标准煤|公斤|千克|斤|亩|公顷|平方米|平方千米|平方公里|立方米|公里|千米|千瓦|"
    "千瓦时|度|张|套|辆|台|座|所|处|条|起|头|只|列|标箱|标准箱|倍|部|种|类|支|名|块|"
    "批次|件次|微克|毫克|KM|EFLOPS|TEU"
)

#: The place or day whose value it is, at the head of a name: not part of the indicator.
SCOPE_HEADS = (
    r"[全我本](?:自治[区州]|省(?![级域])|市(?![级场域])|区(?![域块间])|县(?![级域])|[州盟旗镇乡])"
    r"|[我本]国|全年|年末|期末"
    r"|全国(?!文明|民族|双拥|重点|示范|[百千]强|\d*强|名特优|先进|优秀|卫生|市域|县域|性|人大"
    r"|政协|统一|科技|科普|劳[动模]|五一|青年|最|首|前|领先|乡村旅游|法治)"
)

#: Says how the value is measured, at the end of a name; the statement's measure holds it.
GROWTH_TAILS = (
    r"(?:年均|年平均|平均|每年|同比|累计|名义|实际|可比)*"
    r"(?:增速|增长率|增长速度|增长幅度|增幅|增长|涨幅|上涨)"
)

#: Says no more than that things are counted, at the end of a name.
COUNT_TAILS = (
    r"(?<![参指])总?数量|总数|总量|个数"
    r"|(?<=企业|公司|机构|单位|主体)总?[户家]数|(?<=商户)总?户数"
    r"|(?<=企业|公司|机构|单位|主体|平台|专利|项目|基站|用户|床位|学位|托位|医师|医生|护士"
    r"|车位|泊位|中心|场所|基地)数|(?<=实验室|工作站|充电桩)数"
)
TAIL_ENDS = "数|数量|总量|增速|增长率|增长速度|增长幅度|增幅|增长|涨幅|上涨"

#: For names that no catalogue knows: the last of these words in a name decides.
LESS_IS_BETTER = (
    "失业|零就业|能耗|物耗|水耗|地耗|煤耗|电耗|消耗|耗能|用水量|浓度|死亡|伤亡|事故|"
    "排放|负债|债务|涨幅|时间|时限|时长|用时|耗时|成本|费用|收费|利率|物价|赤字|逃税|"
    "损失|损耗|漏损|污染|超标|投诉|贫困|返贫|案件|发案|空置|不良|拖欠|欠薪|欠款|流失|"
    "过剩|劣Ⅴ|劣V|劣五|黑臭|辍学|发病|患病|近视|败诉|违法|违规|火灾|灾害|停电|故障|"
    "缺陷|差评|逾期|积压|库存|亏损|破产|注销|上访|化肥|农药|收入比|倍差|差距|恩格尔|"
    "高风险|风险事件|隐患|负担|涉企检查|行政检查|入企检查|三公经费|出国|议事协调机构"
)
MORE_IS_BETTER = (
    "化解|处置|处理|利用|达标|治理|整治|整改|办结|办复|覆盖|回应|响应|完成|满意|下降|"
    "降低|减少|压减|压缩|缩短|削减|减排|节约|节能|交易|监测|筛查|修复|查处|破案|追回|"
    "挽回|去除|回收|收集|消除|替代|清偿|清零|防控|防治|救治|救助|资助|保障|合格|普及|"
    "增加值|产值|收入|投资|产量|储备|防洪|能力|供水|锻炼时间|阅读时间|运行时间|提前|"
    "结案|调解|清理|检出|抢救|帮扶|建成|改造|脱贫|摘帽|排查|准点|保险|参保|补偿|避险|"
    "搬迁|就业|出清|拆除|预警|援助案件|破获案件|审结案件|办结案件|研发费用|研发经费"
)

#: A name that begins with one of these is the amount by which something bad is cut.
CURBING = (
    "降低|减少|压减|压降|压缩|缩短|削减|化解|清偿|清退|淘汰|治理|整治|消除|节约|挽回|"
    "查处|破获|为企业减"
)
