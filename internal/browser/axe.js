// Runs axe-core, which is in the page already; see Violation in axe.go.
axe.run(document, {
  resultTypes: ["violations"],
  runOnly: {
    type: "tag",
    values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  },
}).then((result) => result.violations.map((found) => ({
  Rule: found.id,
  Impact: found.impact || "",
  Help: found.help,
  Where: found.nodes.slice(0, 5).map((node) => node.target.flat(Infinity).join(" ")),
  Why: found.nodes[0].failureSummary.replace(/\s+/g, " "),
})))
