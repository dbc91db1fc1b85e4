/** Gives every id a number of its own, from 0, in the order they first come. Ids that are small whole numbers are looked up without a hash. */
export function idIndex() {
  let direct = new Int32Array(1 << 12).fill(-1)
  const [texts, names] = [new Map<string, number>(), [] as (string | number)[]]
  const ofNumber = (id: number): number => {
    if (id >= largestDirect) return ofName(String(id))
    if (id >= direct.length) {
      const larger = new Int32Array(Math.min(largestDirect, Math.max(id + 1, direct.length * 2))).fill(-1)
      larger.set(direct)
      direct = larger
    }
    const known = direct[id] as number
    if (known >= 0) return known
    direct[id] = names.length
    return names.push(id) - 1
  }
  const ofName = (id: string): number => {
    const known = texts.get(id)
    if (known !== undefined) return known
    texts.set(id, names.length)
    return names.push(id) - 1
  }
  return {
    ofNumber,
    ofText: (id: string): number => (/^(0|[1-9]\d{0,6})$/.test(id) ? ofNumber(Number(id)) : ofName(id)),
    count: () => names.length,
    names: (): string[] => names.map(String),
  }
}

const largestDirect = 1 << 24
