"""What plans promise without a number, kind by kind."""

import pytest

from paitou.compile.commitments import find_commitments
from paitou.compile.passage import passages
from paitou.compile.responsible import Governing
from paitou.model import Block, BlockKind, Document
from paitou.text import document_from_text

HEAD = "东川市产业强市三年行动方案\n\n(2023—2025年)\n\n一、重点任务\n\n"


def found_in(sentence):
    document = document_from_text(f"{HEAD}{sentence}\n")
    found = find_commitments(document, passages(document), Governing.of(()))
    for commitment in found:
        words = document.text[commitment.start : commitment.end]
        assert commitment.quote == words.replace("\n", "")
    return found


def objects(sentence, kind):
    return [c.object for c in found_in(sentence) if c.kind == kind]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("深入实施临江铁路沿线开发三年行动。", ["临江铁路沿线开发三年行动"]),
        ("扎实推进优化营商环境三年攻坚行动,让企业满意。", ["优化营商环境三年攻坚行动"]),
        (
            "实施农村居民增收、脱贫人口增收三年行动,收入逐步提高。",
            ["农村居民增收三年行动", "脱贫人口增收三年行动"],
        ),
        (
            "制定实施公园城市建设三年行动计划和中长期规划。",
            ["公园城市建设三年行动计划"],
        ),
        (
            "实施全面深化服务贸易试点三年行动,加快发展。",
            ["全面深化服务贸易试点三年行动"],
        ),
    ],
)
def test_action_plans(sentence, names):
    assert objects(sentence, "action_plan") == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        (
            "深入实施“春城计划”、“每年10万大学生留(回)昆计划”。",
            ["春城计划", "每年10万大学生留(回)昆计划"],
        ),
        (
            "深入实施“十百千”名师培育工程和“银龄讲学”计划。",
            ["“十百千”名师培育工程", "“银龄讲学”计划"],
        ),
        ("深入打好蓝天、碧水、净土保卫战。", ["蓝天保卫战", "碧水保卫战", "净土保卫战"]),
        (
            "统筹推进数字技术创新、数字治理能力等提升行动。",
            ["数字技术创新提升行动", "数字治理能力提升行动"],
        ),
        (
            "统筹推进重点行业节能降碳、园区循环化改造等十大工程。",
            ["重点行业节能降碳工程", "园区循环化改造工程"],
        ),
        ("实施企业上市倍增行动,落实政策。", ["企业上市倍增行动"]),
        ("依托重点产业开展“技能照亮前程”行动。", ["“技能照亮前程”行动"]),
    ],
)
def test_programmes(sentence, names):
    assert objects(sentence, "programme") == names


@pytest.mark.parametrize(
    "sentence",
    [
        "推动实施6大工程,组织开展30项重点领域三年行动计划。",
        "再谋划基础设施建设、公共服务等新一批三年行动。",
        "下达年度投资计划,抓好重大工程。",
        "以“钉钉子”精神推进产业强市三年行动。",
        "重视工程质量,培养卓越工程师,依法打击违法活动。",
        "全面实施“五大战略”。",
        "去年已实施企业上市倍增行动。",
        "坚决做到思想上行动上高度一致。",
    ],
)
def test_counts_and_the_plan_itself_are_no_programmes(sentence):
    assert [c for c in found_in(sentence) if c.kind in ("programme", "action_plan")] == []


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        (
            "加快推进闻泰(二期)、沪滇临港产业园等项目建设。",
            ["闻泰(二期)", "沪滇临港产业园"],
        ),
        (
            "推进王家营铁路枢纽、磨憨铁路场站改造升级。",
            ["王家营铁路枢纽改造升级", "磨憨铁路场站改造升级"],
        ),
        ("加快推进长水国际机场改扩建工程,提升能级。", ["长水国际机场改扩建工程"]),
        ("推进磨憨口岸智慧改造升级。", ["磨憨口岸智慧改造升级"]),
        ("加快滇池绿道建设。", ["滇池绿道"]),
        ("全力争取怀柔实验室西部基地获批。", ["怀柔实验室西部基地"]),
        ("加快推进国家植物博物馆建设。", ["国家植物博物馆"]),
        ("确保渝昆高铁全线通车,乐山机场建成投用。", ["渝昆高铁", "乐山机场"]),
        (
            "推进市综合体育中心和高原健体运动中心建设。",
            ["市综合体育中心", "高原健体运动中心"],
        ),
        (
            "推进长征、黄河等国家文化公园(四川段)建设。",
            ["长征国家文化公园(四川段)", "黄河国家文化公园(四川段)"],
        ),
        ("加快巫家坝等重点片区开发建设。", ["巫家坝等重点片区"]),
        ("推动科右前旗、乌拉盖通用机场开工建设。", ["科右前旗通用机场", "乌拉盖通用机场"]),
        ("加快成渝铁路成隆段扩能改造前期工作。", ["成渝铁路成隆段扩能改造"]),
    ],
)
def test_projects(sentence, names):
    assert objects(sentence, "project") == names


@pytest.mark.parametrize(
    "sentence",
    [
        "加快地下综合管廊建设,推进老旧小区改造。",
        "推进交通、水利、能源等重大项目建设。",
        "加快区域性国际消费中心城市建设。",
        "动态实施100个高质量发展重大项目建设。",
        "建设综合公园、社区公园、口袋公园等公园体系。",
        "加快建设实力春城、温馨春城。",
        "加强干部专业化能力建设,服务一批重点项目开工投产。",
        "滇池绿道已建成。",
    ],
)
def test_what_everybody_builds_is_no_project(sentence):
    assert objects(sentence, "project") == []


@pytest.mark.parametrize(
    ("sentence", "duty", "cadence"),
    [
        ("按季度组织重大项目集中开工。", "按季度组织重大项目集中开工", "quarterly"),
        ("每季度检查工作推进情况。", "每季度检查工作推进情况", "quarterly"),
        ("每月调度重点项目进展。", "每月调度重点项目进展", "monthly"),
        ("各地每年向市政府报告落实情况。", "各地每年向市政府报告落实情况", "yearly"),
        ("适时对政策、措施开展评估。", "适时对政策、措施开展评估", "as_needed"),
        ("不定期开展督查。", "不定期开展督查", "as_needed"),
        ("加强考核,并定期通报结果。", "定期通报结果", None),
        ("每半年考评一次。", "每半年考评一次", None),
    ],
)
def test_duties(sentence, duty, cadence):
    (found,) = (c for c in found_in(sentence) if c.kind == "duty")
    assert (found.object, found.quote, found.cadence) == (duty, duty, cadence)


@pytest.mark.parametrize(
    "sentence",
    [
        "每年举办国际会议200次以上。",
        "力争工业投资每年增长26%以上。",
        "每个乡镇至少建成1家托育机构。",
        "建立定期通报等机制。",
        "优化“按季抓、月跟踪”机制。",
    ],
)
def test_numbers_and_mechanisms_are_no_duties(sentence):
    assert objects(sentence, "duty") == []


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("建立“重中之重”产业项目清单,开辟绿色通道。", ["“重中之重”产业项目清单"]),
        (
            "建立完善沟通协调、结对帮扶、问题受理解决等工作机制。",
            ["沟通协调工作机制", "结对帮扶工作机制", "问题受理解决工作机制"],
        ),
        ("研究设立“企业管家”和“项目管家”。", ["企业管家", "项目管家"]),
        (
            "健全劳动者自主择业、政府促进就业相结合的机制。",
            ["劳动者自主择业、政府促进就业相结合的机制"],
        ),
        ("建立健全社会心理服务体系和危机干预机制。", ["危机干预机制"]),
        ("健全和用好政策一致性评估工作机制。", ["政策一致性评估工作机制"]),
        ("推动出台民营经济促进条例。", ["民营经济促进条例"]),
        ("全面推行林长制。", ["林长制"]),
        ("组建县域养老服务联合体。", ["县域养老服务联合体"]),
    ],
)
def test_mechanisms(sentence, names):
    assert objects(sentence, "mechanism") == names


@pytest.mark.parametrize(
    "sentence",
    [
        "建立长效机制,健全各项制度。",
        "落实行政裁量权基准制度。",
        "构建以滇池、西山为绿核的空间格局。",
        "支持企业设立研发机构,提出意见。",
        "制订政策充分听取企业的意见。",
    ],
)
def test_what_names_no_rule_is_no_mechanism(sentence):
    assert objects(sentence, "mechanism") == []


@pytest.mark.parametrize(
    ("sentence", "nature", "names"),
    [
        ("普通高中教育质量达到西部省会城市前列。", "rank", ["普通高中教育质量"]),
        (
            "营商环境各项指标稳居全省前列,全面进入国内一流方阵。",
            "rank",
            ["营商环境各项指标", "营商环境"],
        ),
        ("城乡收入比接近全国平均水平。", "benchmark", ["城乡收入比"]),
        ("居民收入增长与经济增长同步。", "benchmark", ["居民收入增长"]),
        ("力争获批空港型国家物流枢纽。", "designation", ["空港型国家物流枢纽"]),
        (
            "创建全国文明典范城市、国家卫生城市。",
            "designation",
            ["全国文明典范城市", "国家卫生城市"],
        ),
        (
            "2025年基本建成“枢纽+通道”现代物流体系。",
            "milestone",
            ["“枢纽+通道”现代物流体系"],
        ),
        ("以滇池为绿核的环状城市结构初步形成。", "milestone", ["环状城市结构"]),
        ("到2025年,学前教育基本实现普及普惠。", "milestone", ["学前教育"]),
        ("建成全省农业农村现代化示范标杆。", "milestone", ["全省农业农村现代化示范标杆"]),
        ("持续减少入湖河道水污染物排放总量。", "directional", ["入湖河道水污染物排放总量"]),
        (
            "不折不扣完成单位GDP能耗下降目标。",
            "external",
            ["单位GDP能耗下降目标"],
        ),
    ],
)
def test_aims_without_a_number(sentence, nature, names):
    aims = [c for c in found_in(sentence) if c.kind == "qualitative"]
    assert [(c.nature, c.object) for c in aims] == [(nature, name) for name in names]


@pytest.mark.parametrize(
    "sentence",
    [
        "森林覆盖率稳居全省前列、达到62.3%。",
        "实现紧密型县域医共体全覆盖。",
        "在推进现代化建设中走在前列。",
        "全面建成社会主义现代化强国。",
        "完成各项目标任务,打造知识产权强市。",
        "创建一批示范基地。",
    ],
)
def test_numbers_universals_and_slogans_are_no_aims(sentence):
    assert objects(sentence, "qualitative") == []


def test_a_quote_is_the_smallest_clause_with_its_verb():
    (found,) = found_in("聚焦重点,继续实施工业投资三年倍增行动,力争增长26%以上。")
    assert found.quote == "继续实施工业投资三年倍增行动"


def test_a_broken_line_is_left_out_of_the_quote():
    text = "继续实施工业投资三年\n倍增行动。"
    block = Block(kind=BlockKind.PARAGRAPH, start=0, end=len(text), body=0)
    document = Document(title="", file="", sha256="", text=text, blocks=(block,))
    (found,) = find_commitments(document, passages(document), Governing.of(()))
    assert (found.start, found.end) == (0, len(text) - 1)
    assert found.quote == "继续实施工业投资三年倍增行动"


def test_headings_promise_nothing():
    document = document_from_text(f"{HEAD}(一)实施服务升级工程\n\n实施人才安居工程。\n")
    found = find_commitments(document, passages(document), Governing.of(()))
    assert [c.object for c in found] == ["人才安居工程"]
    assert found[0].section in {section.id for section in document.sections}
