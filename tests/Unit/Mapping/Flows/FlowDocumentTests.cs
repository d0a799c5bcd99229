using System.Text.Json.Nodes;
using Integration.Mapping.Flows;
using Integration.Mapping.Reading;
using Xunit;

namespace Integration.Tests.Unit.Mapping.Flows;

public sealed class FlowDocumentTests
{
    private static readonly FlowDocument Document = FlowDocument.Parse("""
        {
          "id": "shop.orders.flow", "version": 3, "lane": "orders",
          "rules": [
            { "name": "large", "when": "total.amount > 5000", "action": "hold", "reason": "Orders above 5,000 are checked by hand." },
            { "name": "embargo", "when": "shippingAddress.country in ['KP', 'SY']", "action": "reject", "reason": "We do not ship there." },
            { "name": "vip", "when": "customer.group = 'vip'", "action": "set", "set": { "priority": "high", "note": { "expr": "'VIP ' & number" } } },
            { "name": "gift", "when": "gift", "action": "notify", "reason": "A gift order came in." },
            { "name": "broken", "when": "risk > 'x'", "action": "notify", "reason": "Never." }
          ],
          "deadlines": { "submit": "PT30M", "ship": "P3D" },
          "backOff": ["PT10S", "PT1M", "PT1H"],
          "sweep": { "every": "PT5S", "overlap": "PT60S" }
        }
        """);

    [Fact]
    public void Order_that_no_rule_concerns_passes()
    {
        var verdict = Evaluate("""{ "number": "1", "total": { "amount": 5000 } }""");

        Assert.Equal(FlowDecision.Pass, verdict.Decision);
        Assert.Empty(verdict.Reasons);
        Assert.Empty(verdict.Sets);
    }

    [Fact]
    public void Rejection_outweighs_hold_and_both_are_kept()
    {
        var verdict = Evaluate("""{ "total": { "amount": 5000.01 }, "shippingAddress": { "country": "KP" } }""");

        Assert.Equal(FlowDecision.Reject, verdict.Decision);
        Assert.Equal(["We do not ship there."], verdict.Reasons);
        Assert.Equal("large", Assert.Single(verdict.Holds).Rule);
    }

    [Fact]
    public void Values_are_set_and_notifications_given_without_stopping_the_order()
    {
        var verdict = Evaluate("""{ "number": "4711", "customer": { "group": "vip" }, "gift": true }""");

        Assert.Equal(FlowDecision.Pass, verdict.Decision);
        Assert.Equal("high", verdict.Sets["priority"]!.GetValue<string>());
        Assert.Equal("VIP 4711", verdict.Sets["note"]!.GetValue<string>());
        Assert.Equal("gift", Assert.Single(verdict.Notifications).Rule);
    }

    [Fact]
    public void Rule_that_fails_holds_the_order()
    {
        var verdict = Evaluate("""{ "risk": 3 }""");

        Assert.Equal(FlowDecision.Hold, verdict.Decision);
        Assert.Contains("'broken' could not be evaluated", Assert.Single(verdict.Reasons), StringComparison.Ordinal);
    }

    [Fact]
    public void Durations_and_sweep_are_read()
    {
        Assert.Equal(TimeSpan.FromMinutes(30), Document.Deadlines["submit"]);
        Assert.Equal(TimeSpan.FromDays(3), Document.Deadlines["ship"]);
        Assert.Equal([TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), TimeSpan.FromHours(1)], Document.BackOff);
        Assert.Equal(new SweepSchedule(TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(1)), Document.Sweep);
        Assert.True(Document.Enabled);
    }

    [Fact]
    public void Every_error_of_a_document_is_told_at_once()
    {
        var failure = Assert.Throws<DocumentException>(() => FlowDocument.Parse("""
            {
              "id": "f", "version": 0, "lane": "orders", "enabled": "yes",
              "rules": [
                { "name": "a", "when": "1 +", "action": "hold", "reason": "r" },
                { "name": "a", "action": "stop", "reason": "r" },
                { "name": "b", "action": "set" },
                { "name": "c", "action": "hold", "reason": "r", "set": { "x": 1 } },
                { "name": "d", "action": "hold" }
              ],
              "deadlines": { "submit": "30 minutes" }, "sweep": { "every": "PT5S" }, "sweeps": {}
            }
            """));

        string[] expected =
        [
            "'version' must be", "'enabled' must be", "rule 'a': property 'when' is not a JSONata expression", "must be one of: hold, reject, set, notify",
            "rule 'b': 'set' belongs", "rule 'c': 'set' belongs", "rule 'd': property 'reason' is missing", "'submit' is '30 minutes'", "needs 'every' and 'overlap'",
            "rule name 'a' stands there twice", "unknown property 'sweeps'",
        ];
        Assert.All(expected, text => Assert.Contains(failure.Errors, error => error.Contains(text, StringComparison.Ordinal)));
        Assert.Equal(expected.Length, failure.Errors.Count);
    }

    private static FlowVerdict Evaluate(string order) => Document.Evaluate(JsonNode.Parse(order)!, ct: TestContext.Current.CancellationToken);
}
