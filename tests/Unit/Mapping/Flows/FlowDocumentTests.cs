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
            { "name": "vip", "when": "customer.group = 'vip'", "action": "set", "set": { "customFields.priority": "high", "notes": { "expr": "'VIP ' & number" } } },
            { "name": "gift", "when": "gift", "action": "notify", "reason": "A gift order came in.", "channels": ["log", "shop"] },
            { "name": "broken", "when": "risk > 'x'", "action": "notify", "reason": "Never." }
          ],
          "deadlines": { "submit": "PT30M", "ship": "P3D" },
          "backOff": ["PT10S", "PT1M", "PT1H"],
          "sweep": { "every": "PT5S", "overlap": "PT60S", "between": "06:00-22:00" },
          "screening": { "service": "external", "deadline": "PT2M", "otherwise": "pass" }
        }
        """);

    [Fact]
    public void Order_that_no_rule_concerns_passes()
    {
        var verdict = Evaluate("""{ "number": "1", "total": { "amount": 5000 } }""");

        Assert.Equal(FlowDecision.Pass, verdict.Decision);
        Assert.Empty(verdict.Reasons);
        Assert.Empty(verdict.Settings);
        Assert.Empty(verdict.Suspects);
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
        Assert.Equal([new FlowSetting("vip", "customFields.priority", "high", false), new FlowSetting("vip", "notes", "VIP 4711", true)], verdict.Settings);
        var notice = Assert.Single(verdict.Notices);
        Assert.Equal(("gift", "A gift order came in."), (notice.Rule, notice.Reason));
        Assert.Equal(["log", "shop"], notice.Channels);
        Assert.Empty(verdict.Suspects);
    }

    [Fact]
    public void Rule_that_fails_holds_the_order()
    {
        var verdict = Evaluate("""{ "risk": 3 }""");

        Assert.Equal(FlowDecision.Hold, verdict.Decision);
        Assert.Contains("'broken' could not be evaluated", Assert.Single(verdict.Reasons), StringComparison.Ordinal);
        Assert.Equal(["broken"], verdict.Suspects);
    }

    [Fact]
    public void A_later_rule_overrides_what_an_earlier_one_set()
    {
        var document = FlowDocument.Parse("""
            { "id": "f", "version": 1, "lane": "orders", "rules": [
              { "name": "a", "action": "set", "set": { "notes": "first", "customFields.x": 1 } },
              { "name": "b", "action": "set", "set": { "notes": null } } ] }
            """);

        var verdict = document.Evaluate(JsonNode.Parse("{}")!, ct: TestContext.Current.CancellationToken);

        Assert.Equal([new FlowSetting("a", "customFields.x", "1", false), new FlowSetting("b", "notes", null, false)], verdict.Settings);
    }

    [Fact]
    public void Setting_an_object_holds_the_order_and_sets_nothing_of_that_rule()
    {
        var document = FlowDocument.Parse("""
            { "id": "f", "version": 1, "lane": "orders", "rules": [
              { "name": "a", "action": "set", "set": { "notes": "x", "customFields.y": { "expr": "customer" } } } ] }
            """);

        var verdict = document.Evaluate(JsonNode.Parse("""{ "customer": { "id": 1 } }""")!, ct: TestContext.Current.CancellationToken);

        Assert.Equal(FlowDecision.Hold, verdict.Decision);
        Assert.Empty(verdict.Settings);
    }

    [Theory]
    [InlineData("total"), InlineData("lines"), InlineData("key.pair"), InlineData("number"), InlineData("placedAt"), InlineData("paymentStatus")]
    [InlineData("customer.email"), InlineData("customFields"), InlineData("customFields."), InlineData("shippingAddress.country"), InlineData("rounding")]
    public void What_the_spine_needs_cannot_be_set(string path)
    {
        var failure = Assert.Throws<DocumentException>(() => FlowDocument.Parse(
            $$"""{ "id": "f", "version": 1, "lane": "orders", "rules": [ { "name": "a", "action": "set", "set": { "{{path}}": "x" } } ] }"""));

        var error = Assert.Single(failure.Errors);
        Assert.Contains("rule 'a'", error, StringComparison.Ordinal);
        Assert.Contains($"'{path}' cannot be set. A rule may set: customFields.NAME, notes", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_that_stops_is_a_suspect_unless_it_is_meant_to_stop_many()
    {
        var document = FlowDocument.Parse("""
            { "id": "f", "version": 1, "lane": "orders", "rules": [
              { "name": "condition", "when": "true", "action": "hold", "reason": "r" },
              { "name": "often", "when": "true", "often": true, "action": "reject", "reason": "r" },
              { "name": "all", "action": "hold", "reason": "Stocktaking." } ] }
            """);

        Assert.Equal(["condition"], document.Evaluate(JsonNode.Parse("{}")!, ct: TestContext.Current.CancellationToken).Suspects);
    }

    [Fact]
    public void Durations_and_sweep_are_read()
    {
        Assert.Equal(TimeSpan.FromMinutes(30), Document.Deadlines["submit"]);
        Assert.Equal(TimeSpan.FromDays(3), Document.Deadlines["ship"]);
        Assert.Equal([TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), TimeSpan.FromHours(1)], Document.BackOff);
        Assert.Equal((TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(1)), (Document.Sweep!.Every, Document.Sweep.Overlap));
        Assert.Equal(new DayWindow(new TimeOnly(6, 0), new TimeOnly(22, 0)), Document.Sweep.Between);
        Assert.Equal(new ExternalScreening(TimeSpan.FromMinutes(2), FlowDecision.Pass), Document.Screening);
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
                { "name": "c", "action": "hold", "reason": "r", "set": { "notes": 1 } },
                { "name": "d", "action": "hold" },
                { "name": "e", "action": "hold", "reason": "r", "channels": ["log"] },
                { "name": "f", "action": "notify", "reason": "r", "often": true, "channels": [1] }
              ],
              "deadlines": { "submit": "30 minutes", "shipping": "P1D" }, "screening": { "service": "me" },
              "sweep": { "every": "PT5S", "at": ["6 am"], "between": "morning" }, "sweeps": {}
            }
            """));

        string[] expected =
        [
            "'version' must be", "'enabled' must be", "rule 'a': property 'when' is not a JSONata expression", "must be one of: hold, reject, set, notify",
            "rule 'b': 'set' belongs", "rule 'c': 'set' belongs", "rule 'd': property 'reason' is missing", "'submit' is '30 minutes'", "'at' must hold times", "has 'at' beside",
            "'between' is 'morning'", "'shipping' is no deadline. Known are: hold, submit", "'service' is 'me'", "'deadline' is missing: say",
            "rule 'e': 'channels' belongs", "rule 'f': 'often' belongs", "rule 'f': property 'channels' must hold names", "rule name 'a' stands there twice", "unknown property 'sweeps'",
        ];
        Assert.All(expected, text => Assert.Contains(failure.Errors, error => error.Contains(text, StringComparison.Ordinal)));
        Assert.Equal(expected.Length, failure.Errors.Count);
    }

    private static FlowVerdict Evaluate(string order) => Document.Evaluate(JsonNode.Parse(order)!, ct: TestContext.Current.CancellationToken);
}
