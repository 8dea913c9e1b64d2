"""Words that exclude each other in names: with one of a group in each, names differ.

A line is a group; members are separated by blanks, words of one member by |.
"""

from __future__ import annotations

_GROUPS = """\
城乡|城镇和农村|城镇农村 城镇|城市|市区|建成区 农村|乡村|农民|农户|村庄|行政村
一产 二产 三产
规上 限上 小微|中小微
工业 农业 服务业 建筑业 制造业 房地产
国家级|国家 省级|自治区级 市级|地级市 县级|县域
幼儿园|学前教育|幼儿 小学 初中 义务教育 高中 中职 高职 高校|大学|本科 研究生
公路 铁路 航空|民航|机场 水运|港口|航道 管道 轨道交通|地铁 桥梁
煤炭 石油|原油 天然气|燃气 火电|煤电 水电 风电 光伏|太阳能 核电 氢能|绿氢 储能
电煤 用电 用水 用能 用气
进口 出口 进出口|外贸
货物|货运|货邮 客运|旅客|游客
入境 出境 国内
地表水 地下水 饮用水 海水|近岸海域 污水|废水 再生水
PM2.5 PM10 二氧化硫|SO2 氮氧化物 CO2|碳排放
粮食 油料 蔬菜 水果 肉类|猪肉 奶类|牛奶 生猪 肉牛 肉羊 水产 茶叶 中药材 棉花 大豆
养老 托育|托位|婴幼儿 医疗|医院 学校
养老保险 医疗保险|医保 失业保险 工伤保险
失业 再就业
中央 地方
户籍 常住
起数 死亡|死亡人数 受伤
生活垃圾 建筑垃圾 危险废物 工业固废|固废
存款 贷款
上市公司 专精特新 独角兽 专精特新“小巨人”|小巨人 单项冠军 高新技术企业 科技型中小企业
外资|利用外资 内资 民间投资
发明专利 商标
老旧小区 棚户区|城中村 保障性住房|保障性租赁住房 公租房 危房
5G 千兆 算力|智算
人均 总量
税收 非税
第一批 第二批
"""

#: What a name is about in the end: 农村公路 and 农村公路安全护栏 are two things.
HEADS = (
    *(
        "企业",
        "公司",
        "机构",
        "平台",
        "基地",
        "园区",
        "中心",
        "学校",
        "院校",
        "医院",
        "设施",
    ),
    *("公路", "铁路", "桥梁", "管网", "护栏", "工厂", "车间", "人才", "人员", "实验室"),
    *("样板村", "示范村", "乡村", "社区", "成果", "专利", "标准", "床位", "学位", "岗位"),
    *(
        "收入",
        "投资",
        "产值",
        "产量",
        "增加值",
        "面积",
        "里程",
        "装机",
        "占比",
        "比重",
        "比例",
    ),
    *("防护工程", "产业链", "产业集群", "集群", "品牌", "航线", "泊位", "充电桩"),
)


def _group(line: str) -> dict[str, str]:
    """Return each word with the member that it stands for."""
    return {
        word: member.split("|")[0] for member in line.split() for word in member.split("|")
    }


def _groups() -> tuple[dict[str, str], ...]:
    from paitou.indicators import normalise

    lines = (_group(line) for line in _GROUPS.splitlines())
    return tuple({normalise(word): member for word, member in one.items()} for one in lines)


CONTRASTS = _groups()
