"""What `chengnuo run` says at its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.cli.console import say, say_error
from pipeline.feedback.deliver import FOLDER
from pipeline.feedback.work import CHANGED
from pipeline.ledger.store.sharing import on_network
from pipeline.status import State

if TYPE_CHECKING:
    from pipeline.batch import BatchResult
    from pipeline.whole_round import Round


def report(done: Round) -> None:
    """The summary of a run at the terminal."""
    _counts(done)
    _odd_files(done.result)
    _copies(done)
    for line in done.review.told():
        say(line)


def _counts(done: Round) -> None:
    """How many came, how they stand, who is missing."""
    result, status = done.result, done.result.status
    must = sum(bool(f.must) for f in result.forms)
    should = sum(bool(f.should and not f.must) for f in result.forms)
    files = len({f.file for f in result.forms}) + len(result.unreadable)
    say(f"收到文件 {files} 个，读出承诺书 {len(result.forms)} 份。")
    say(f"必须修改 {must} 份，建议修改 {should} 份，其余 {len(result.forms) - must - should} 份只有提示或没有问题。")
    say(f"无法读取 {status.count(State.UNREADABLE)} 个，不是承诺书 {status.count(State.NO_FORM)} 个。")
    missing = f"未报 {status.count(State.MISSING)} 个" if done.settings.roster else "没有名册，未报情况无法统计"
    say(f"{missing}，迟报 {status.count(State.LATE)} 个。")
    if waiting := sum(question.answer is None for question in result.asked):
        say(f"归属有疑问的 {waiting} 份，见台账“待确认”：填好保存后再运行一次。")
    if unmatched := done.settings.roster.unmatched({*(f.file for f in result.forms), *(r.file for r in result.unreadable)}):
        say(f"收件登记有 {len(unmatched)} 行在收件和名册里都对不上（如“{unmatched[0]}”），没有起作用，请核对文件名、单位、姓名的写法。")
    if owed := sum(row.state is State.MISSING for row in status.companions):
        say(f"配套材料和党政一把手承诺书未报 {owed} 份，见台账“报送情况”末尾。")


def _odd_files(result: BatchResult) -> None:
    """What could not be read, and what was passed over."""
    known = {file for row in result.status.rows if row.state is State.COMPANION for file in row.files}
    odd = [record for record in result.unreadable if record.file not in known]
    for record in odd[:20]:
        say(f"  {record.file}：{record.message}{record.next_step}")
    if len(odd) > 20:
        say(f"  其余 {len(odd) - 20} 个见台账“报送情况”。")
    if not result.forms and not result.unreadable and not result.ignored:
        say("收件文件夹里没有文件，请核对路径。")
    if result.ignored:
        say(f"忽略系统文件 {len(result.ignored)} 个：{'、'.join(result.ignored[:5])}")


def _copies(done: Round) -> None:
    """What was handed out otherwise than usual, and where it all lies."""
    result, folder, handed = done.result, done.folder, done.handed
    if gone := [file for file, reason in handed.unmarked if reason == CHANGED]:
        say(f"有 {len(gone)} 个文件在审核后被改动或移走，没有放入反馈文件夹，请再运行一次：{'、'.join(gone[:20])}{'等' if len(gone) > 20 else ''}。")
    if unmarked := [pair for pair in handed.unmarked if pair[1] != CHANGED]:
        say(f"有 {len(unmarked)} 个文件没能写入批注，已按原样放入反馈文件夹（名称后注“未加批注”），意见见《审核意见》和问题清单：")
        for file, reason in unmarked[:20]:
            say(f"  {file}：{reason}。请在副本上手工注明意见，或连同《审核意见》一并发出。")
    if result.bugs:
        say_error(f"有 {result.bugs} 份承诺书的个别规则运行出错，已在问题清单中注明，请人工核对。")
    for target, placed in folder.kept:
        say(f"“{target.name}”已被修改过或正在使用，没有覆盖；新的保存为“{placed.name}”。")
    if left := [name for name in folder.left_over() if name.startswith(f"{FOLDER}/")]:  # what a clerk exported may be half filled in
        say(f"有 {len(left)} 个文件是以前生成的，这次没有再生成（如“{left[0]}”），请核对后删去，不要误发。")
    if on_network(folder.root):
        say("提示：结果文件夹在网络共享盘上，同一时间只能由一个人办理。几个人一起办理的，请改用 PostgreSQL（见手册）。")
    say(f"结果在“{folder.root}”。所生成的意见为草稿，请复核后发出。")
