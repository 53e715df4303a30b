/** Accounts, what is let, and what funds are spent on. */
export const money = `
C1 | private-division | 收的场地钱没交财政，放在会计家的柜子里，过年班子一人八千。
C1 | embezzlement | 卖废铜烂铁、旧电台的钱没有入账，主任拿去换了空调。
C1 | private-division | 假发票套出来六十多万，存在出纳卡上，全单位按人头发。
C1 | embezzlement | 单位有两个本子，红的给上面看，黑的锁在铁皮柜，花到哪去只有他晓得。
C1 C2 | embezzlement | 停车场三个收款码，只有一个是公家的，另外的进了私人腰包。
C1 E3 | misappropriation | 有个账户叫“工作组”，收的费先进那里，借给企业吃利息，再拿出来用。
C1 A4 | - | 培训班多收的钱不上账，专门用来请客送礼，吃了三十几回。
C1 | embezzlement | 村里卖树的三十万没进过集体账，支书说修路用了，路是县里修的。
C1 | embezzlement | 学校收的校服钱、教辅钱没有票，现金交给总务，账上一分没有。
C1 | private-division | 结余的钱从加油站套现出来，几个领导平分了，每人两万多。
C1 | - | 往来科目里挂着两百多万，五年没有动，问就是历史遗留。
C1 C3 | embezzlement | 维护队虚开材料票，省下来的钱放在盒子里招待领导。
C2 | embezzlement | 地下停车场租给他老表，一年三万，外头估价十二万，合同也没公示。
C2 | embezzlement | 防空洞租给人放货，钱直接给他本人，公家没见过一张票。
C2 | bribery | 一租二十年，没有招标，一季度给他送四万，停车公司还有他老婆的股份。
C2 | abuse-of-power | 人防商场免费给战友用了六年，水电还是单位出。
C2 | dereliction | 人防车位被开发商当自己的卖掉，一个十几万，他们说正常。
C2 D3 | abuse-of-power | 地下通道便宜租给熟人，转手租给八家店，差价三倍。
C2 | - | 应收的租金八十多万没有收，说是支持商会工作。
C2 | embezzlement | 摊位合同写六千，实际收一万一，多的收现金不给条。
C2 C1 | embezzlement | 广场底下一百多个车位的钱从来不上账，谁去收谁知道。
C2 D2 | dereliction | 洞子改成了酒吧，通风口都堵了，租金不知道交给谁。
C2 | - | 招待所闲置多年，突然就给了一个外地人经营，租金比仓库还低。
C2 | embezzlement | 停车费收款码是他婆娘的，一天一千多。
C3 | misappropriation | 上级拨来买帐篷的钱，拿去修了步道、买了清障车。
C3 | embezzlement | 演练经费年年报，一次没有演过，发票是印刷厂的。
C3 | embezzlement | 修警报器报了三万，师傅说只换了一节电池。
C3 | misappropriation | 宣传专项的二十几万吃了饭，还买了两台车领导自己坐。
C3 | embezzlement | 名单上领演练补助的二十三个人，没有一个参加过。
C3 B5 | - | 应急设备没有走采购程序，单价是市场价的两倍多。
C3 | misappropriation | 维护费拿来发工资、发奖金，警报器一半不响。
C3 | embezzlement | 买一个电瓶报三个，油漆报新的用过期的。
C3 E3 | misappropriation | 应交国库的钱压在往来里，借给园区征地，没有手续，没有还。
C3 | - | 器材入库单有，仓库里没有，盘点表是复印去年的。
C3 A4 | - | 下乡维护警报点是借口，民宿、羊肉、门票都打进维护费。
C3 | embezzlement | 指挥所通信改造款付了八十五万，机房里还是旧机器。
C1 | embezzlement | 卫生院的挂号现金不上账，院长和出纳两个人分着花。
C1 A4 | - | 村里卖地的钱没进账，都在饭店签单吃掉了。
`;
