"""The name of an action → what people call it."""

from __future__ import annotations

from paitou.lifecycle import preset

WORDS = {
    "people.sign_in": "登录",
    "people.sign_out": "退出",
    "people.lock": "账号因多次失败锁定",
    "people.unlock": "解除锁定",
    "people.change_password": "修改口令",
    "people.set_second_step": "设置两步验证",
    "people.clear_second_step": "取消两步验证",
    "people.use_recovery": "用备用码代替手机",
    "people.renew_recovery": "重新生成备用码",
    "people.link_user": "绑定统一身份认证",
    "people.unlink_user": "解除统一身份认证绑定",
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
    "api.make_token": "建立接口令牌",
    "api.revoke_token": "停用接口令牌",
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
    "tasks.deposit": "存留痕校验值",
    "tasks.backup": "备份",
    "tasks.verify": "核对发现问题",
    "tasks.clean": "删去过期的访问日志",
    "reporting.paper": "纸质签批",
    "reporting.remind": "催办",
    "reporting.set_days": "调整工作日历",
    "reporting.cancel_days": "撤销日历调整",
    "files.attach": "上传文件",
    "files.detach": "删去文件",
    "files.release": "改变文件的公开属性",
    "files.refuse_marked": "拒收带密级标志的文件",
    "cases.register": "登记督办事项",
    "cases.sheet": "发督办单",
    "release.publish": "公布数据",
    "release.decide": "决定公开属性",
    "release.cancel": "撤回待公布事项",
    "papers.issue": "印发文稿",
}


def words_of(action: str) -> str:
    """Return what people call an action; one without a word by its name."""
    room, _, move = action.partition(".")
    if action not in WORDS and room == "cases":
        return next(
            (m.label for m in preset("supervised-item").moves if m.id == move), action
        )
    return WORDS.get(action, action)
