/** First two digits of a legal district code (법정동코드). Source: 행정표준코드, provinces as renamed in 2023 and 2024. */
const provinces: Readonly<Record<string, string>> = {
  서울: '11',
  부산: '26',
  대구: '27',
  인천: '28',
  광주: '29',
  대전: '30',
  울산: '31',
  세종: '36',
  경기: '41',
  충북: '43',
  충청북: '43',
  충남: '44',
  충청남: '44',
  전남: '46',
  전라남: '46',
  경북: '47',
  경상북: '47',
  경남: '48',
  경상남: '48',
  제주: '50',
  강원: '51',
  전북: '52',
  전라북: '52',
};

/** First five digits of Seoul's districts. Source: 행정표준코드. */
const seoulDistricts: Readonly<Record<string, string>> = {
  종로구: '11110',
  중구: '11140',
  용산구: '11170',
  성동구: '11200',
  광진구: '11215',
  동대문구: '11230',
  중랑구: '11260',
  성북구: '11290',
  강북구: '11305',
  도봉구: '11320',
  노원구: '11350',
  은평구: '11380',
  서대문구: '11410',
  마포구: '11440',
  양천구: '11470',
  강서구: '11500',
  구로구: '11530',
  금천구: '11545',
  영등포구: '11560',
  동작구: '11590',
  관악구: '11620',
  서초구: '11650',
  강남구: '11680',
  송파구: '11710',
  강동구: '11740',
};

/**
 * The narrowest legal district code known for a region such as `서울 마포구`, ten digits: Seoul's districts,
 * elsewhere the province.
 */
export function regionCodeOf(region: string): string | undefined {
  const province = Object.entries(provinces).find(([name]) => region.trimStart().startsWith(name))?.[1];
  const district =
    province === '11' && Object.entries(seoulDistricts).find(([name]) => region.includes(` ${name}`));
  const code = district ? district[1] : province;
  return code?.padEnd(10, '0');
}
