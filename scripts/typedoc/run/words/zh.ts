import type { Words } from "./en.js";

export const zh: Words = {
  run: "运行",
  stop: "停止",
  edit: "编辑",
  reset: "还原",
  share: "分享",
  code: "代码；按 Control 和回车运行",

  running: "正在运行",
  runningFor: (seconds) => `已运行 ${seconds} 秒`,
  done: "运行完毕",
  failed: "运行出错",
  stopped: "已停止",
  stoppedAfter: (seconds) => `运行满 ${seconds} 秒，达到本页上限，已停止`,
  noEngine: "运行代码所需的文件没有加载成功，请联网后重试",
  noWorker: "浏览器不允许启动 worker",

  linkCopied: "链接已复制",
  linkInAddress: "链接在地址栏里",
  fromLink: "代码来自链接：请先看一遍再运行",
  linkDamaged: "链接已损坏，读不出其中的代码",

  output: "输出",
  picture: "代码画出的图",
  more: "……后面还有，不再显示",
  kept: "与注释相符",
  broken: "与注释不符",
  promised: "注释中为",
  missed: "没有执行到这条注释。",
  otherOutput: "与下面的输出不同。",
  nearlyTheOutput: "最后几位与下面的输出不同：那是 Node 打印的，而浏览器对 Math.exp 等函数的舍入方式不一样。",
  line: (line) => `第 ${line} 行`,
  lineAbove: (line) => `上面的代码块，第 ${line} 行`,

  copy: "复制",
  copied: "已复制！",
};
