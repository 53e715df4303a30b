/** Matters of other fields, most of them without a topic. */
export const elsewhere = `
- | embezzlement | 村里低保名单上有死了三年的人，钱是会计代领的。
- | embezzlement | 敬老院报一百人，实住五十几，多领的运营补贴两个人分了。
- | bribery | 医院进这家的耗材，每一单科主任拿八个点。
- | bribery | 学籍要进好班，校长说先去他连襟的培训班报名，一年两万。
- | abuse-of-power | 宅基地指标批给了不是本村的人，村主任说他说了算。
- | dereliction | 矿上出水报告了五次，安监的人没有下过井。
- | misappropriation | 合作社的钱借给支书的侄子做生意，两年没有还。
- | embezzlement | 征地补偿写一亩五万，发到手三万二，差的说是办公费。
- | bribery | 交警队长每月从停车场拿钱，大车超载他不管。
- | favouritism | 危房改造给了有楼房的亲戚，真正住土房的没有份。
- | abuse-of-power | 水利站的人说不从他们指定的店买水表就不给通水。
- | embezzlement | 粮库的粮拉出去四百吨卖给酒厂，八十多万没有入账。
- | private-division | 工会的钱以慰问名义发给中层，一人三千，工人没有。
- | unexplained-assets | 一个月五千工资，名下六套房两间门面，孩子在国外念书，钱从哪里来。
- | embezzlement | 公墓山、水库边都算成了油茶地，绳子一量就露馅。
- | bribery | 驾校一个学员给考官三百，不给的就挂科，教练统一收。
- | dereliction | 养老院的老人摔了六个小时没人发现，民政的人一季度来喝一次茶。
- | abuse-of-power | 派出所副所长替人要账，把我关了一夜，什么手续也没有。
- | embezzlement | 乡卫生院把死人的合作医疗本拿来报住院，一年报了四十几万。
- | favouritism | 低保评给了有两台车的人家，因为是主任的亲家。
- | bribery | 法官收了对方两箱茅台，判决书连我方证据都没有写。
- | misappropriation | 村小学的营养餐钱垫付了校长的房子首付，说年底还。
`;
