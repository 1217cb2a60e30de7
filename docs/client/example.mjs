// Asks for advice with nothing but fetch: Node.js 18 and newer, or a portal's own server.
const url = process.env.VAKPAD_URL ?? "http://127.0.0.1:8000";
const answer = await fetch(`${url}/v1/recommendations`, {
  method: "POST",
  headers: { "Content-Type": "application/json" },
  body: JSON.stringify({ title: "PMO'er", language: "en", work: ["portfolio-report"] }),
});
const advice = await answer.json();
if (!answer.ok) throw new Error([advice.detail, ...advice.errors.map((each) => `${each.pointer}: ${each.message}`)].join("\n"));
console.log(advice.purpose);
for (const step of advice.recommendations) console.log(`- ${step.title}: ${step.because.map((reason) => reason.text).join(" ")}`);
