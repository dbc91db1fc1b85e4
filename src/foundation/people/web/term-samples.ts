import { type Concept, terms } from '#kernel/terms'

const { goal, target, indicator, activity, focusArea, committee, plan, followUp } = terms

/** Sentences of our pages with every form of a word, for seeing it before it holds. */
export const sampleSentences: Readonly<Record<Concept, readonly string[]>> = {
  goal: [
    `${goal.The} har inte bedömts än.`,
    `${goal.No} kommer ur orden.`,
    `Skriv ${goal.a}.`,
    `Det finns inga antagna ${goal.many} än.`,
    `Hur nära ${goal.allThe} är vi?`,
    `The ${goal.english} has not been judged yet.`,
    `There are no adopted ${goal.englishMany} yet.`,
  ],
  target: [`Sätt ${target.the}.`, `Alla ${target.many}`, `Minst några av ${target.allThe}`, `Slags ${target.one}`, `Satte ${target.a}.`, `${target.English}`],
  indicator: [
    `Lägg till ${indicator.a}.`,
    `Här bor ${indicator.allThe}.`,
    `${indicator.The}s namn`,
    `${indicator.No}`,
    `${indicator.Many} och nuläge`,
    `No ${indicator.english}; ${indicator.englishMany}.`,
  ],
  activity: [`Lade till ${activity.a}.`, `Skriv varför ${activity.the} avförs.`, `${activity.Many}`, `${activity.allThe}`, `${activity.AnEnglish}; ${activity.englishMany}`],
  'focus-area': [
    `Lägg till ${focusArea.a}.`,
    `${focusArea.Many} samlar arbetet mot visionen.`,
    `Lägg till ${focusArea.the}.`,
    `Skriv in att ${focusArea.allThe} är antagna.`,
    `${focusArea.English}; ${focusArea.englishMany}`,
  ],
  committee: [
    `${committee.One}`,
    `${committee.The} beslutar.`,
    `Förtroendevalda, ${committee.many} och förvaltning`,
    `${committee.allThe}s beslut`,
    `${committee.English}; ${committee.englishMany}`,
  ],
  plan: [`Gör ${plan.a}.`, `${plan.The} är anta${plan.get}.`, `${plan.Many}`, `Här bor ${plan.allThe}.`, `Frys och lämna in ${plan.the}.`, `${plan.English}; ${plan.englishMany}`],
  'follow-up': [`${followUp.One}`, `Här bor ${followUp.the}.`, `${followUp.No} av dem finns här.`, `${followUp.Many}`, `No ${followUp.english} of them is found here.`],
}
