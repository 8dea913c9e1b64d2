"""The name of an action → what people call it."""

from __future__ import annotations

WORDS = {
    "people.sign_in": "登录",
    "people.sign_out": "退出",
    "people.lock": "账号因多次失败锁定",
    "people.unlock": "解除锁定",
    "people.change_password": "修改口令",
    "people.set_second_step": "设置两步验证",
    "people.clear_second_step": "取消两步验证",
    "people.add_user": "新建账号",
    "people.renew_password": "重置口令",
    "people.stop_user": "停用账号",
    "people.resume_user": "恢复账号",
    "people.erase_user": "抹去个人信息",
    "people.add_post": "新设岗位",
    "people.close_post": "撤销岗位",
    "people.grant_post": "授予岗位",
    "people.end_tenure": "免去任职",
    "people.import_orgs": "导入单位",
    "people.found_org": "设立单位",
    "people.rename_org": "单位更名",
    "people.move_org": "调整隶属",
    "people.entrust_org": "托管",
    "people.resort_org": "调整分组或计入",
    "people.split_org": "拆分单位",
    "people.merge_orgs": "合并单位",
    "people.close_org": "撤销单位",
    "reporting.open": "布置填报",
    "reporting.ask": "分发填报表",
    "reporting.extend": "同意延期",
    "reporting.close": "结束批次",
    "reporting.save": "填报",
    "reporting.submit": "提交",
    "reporting.withdraw": "撤回",
    "reporting.pass": "审核通过",
    "reporting.return": "退回",
    "reporting.approve": "核定",
    "reporting.freeze": "核定的数",
    "reporting.correct": "更正",
}


def words_of(action: str) -> str:
    """Return what people call an action; one without a word by its name."""
    return WORDS.get(action, action)
