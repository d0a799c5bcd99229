using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Integration.Connectors.Flows;
using Integration.Connectors.Pairs;
using Integration.Contracts.Orders;
using Integration.Contracts.OrderToCash;
using Integration.OrderToCash.Screening;
using Integration.Tests.Samples;
using Integration.Tests.Unit.Connectors.Publishing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Xunit;

namespace Integration.Tests.Unit.OrderToCash.Screening;

public sealed partial class FlowScreeningTests
{
    private static readonly OrderKey Key = new("shop-erp", "42");

    [Fact]
    public void Rules_set_hold_and_tell_by_the_pairs_document()
    {
        var result = Screen("""
            { "id": "f", "version": 6, "lane": "orders", "rules": [
              { "name": "express", "when": "shippingMethod.name = 'Courier'", "action": "set",
                "set": { "shippingMethod.code": "AIR", "customFields.priority": 1, "customFields.old": null, "notes": { "expr": "'for ' & customer.firstName" } } },
              { "name": "late", "when": "total > 40", "action": "hold", "reason": "Above 40." },
              { "name": "tell", "action": "notify", "reason": "One came in.", "channels": ["mail"] } ] }
            """, SampleOrder.With(Key) with { CustomFields = new Dictionary<string, string> { ["old"] = "x", ["kept"] = "y" } });

        Assert.Equal((ScreeningVerdict.Hold, "6"), (result.Verdict, result.Version));
        Assert.Equal(("Above 40.", "orders.flow", "late"), Assert.Single(result.Reasons.Select(reason => (reason.Message, reason.Cause?.Document, reason.Cause?.Rule))));
        Assert.Equal(["late"], result.Suspects);
        Assert.Equal("mail", Assert.Single(Assert.Single(result.Notices).Channels));
        Assert.Equal(new ShippingMethod("AIR", "Courier"), result.Order.ShippingMethod);
        Assert.Equal("for Ada", result.Order.Notes);
        Assert.Equal(["kept=y", "priority=1"], result.Order.CustomFields.Select(field => $"{field.Key}={field.Value}").Order(StringComparer.Ordinal));
        Assert.Equal(
            ["Rule 'express' set shippingMethod.code to AIR.", "Rule 'express' set customFields.priority to 1.", "Rule 'express' took customFields.old away.", "Rule 'express' set notes."],
            result.Changes);
        Assert.Equal(SampleOrder.With(Key).Total, result.Order.Total);
    }

    [Fact]
    public void A_shipping_method_is_not_given_to_an_order_that_ships_nothing()
    {
        var result = Screen(
            """{ "id": "f", "version": 1, "lane": "orders", "rules": [ { "name": "a", "action": "set", "set": { "shippingMethod.code": "AIR" } } ] }""",
            SampleOrder.With(Key) with { ShippingMethod = null });

        Assert.Null(result.Order.ShippingMethod);
        Assert.Equal("Rule 'a' did not set shippingMethod.code: nothing of the order is shipped.", Assert.Single(result.Changes));
    }

    [Fact]
    public void A_document_of_which_no_usable_text_is_known_holds_every_order()
    {
        var result = Screen("""{ "id": "f", "version": 1 }""", SampleOrder.With(Key));

        Assert.Equal(ScreeningVerdict.Hold, result.Verdict);
        Assert.Contains("'lane' is missing", Assert.Single(result.Reasons).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "id": "f", "version": 1 }""", false, true)]
    [InlineData("""{ "id": "f", "version": 1, "lane": "orders", "enabled": false }""", true, false)]
    public void Rules_that_cannot_be_used_are_known_by_nothing_and_a_lane_may_be_off(string document, bool isKnown, bool isOn) =>
        With(document, screening => Assert.Equal((isKnown, isOn), (screening.Stamp(Key.Pair).Length > 0, screening.IsOn(Key.Pair))));

    [Fact]
    public void A_pair_without_a_document_lets_every_order_pass() => Assert.Equal(ScreeningVerdict.Pass, Screen(null, SampleOrder.With(Key)).Verdict);

    /// <summary>Every field that docs/rules.md names in its conditions must be one of the canonical order: a misspelt one would silently never hold.</summary>
    [Fact]
    public void Fields_of_the_manuals_conditions_are_those_of_the_canonical_order()
    {
        var order = System.Text.Json.JsonSerializer.SerializeToNode(
            SampleOrder.With(Key) with { Customer = SampleOrder.With(Key).Customer with { Group = "g" } }, global::Integration.Contracts.Serialization.ContractsJson.Options)!;
        var manual = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "docs", "rules.md"));
        var paths = Condition().Matches(manual).SelectMany(match => FieldPath().Matches(Text().Replace(match.Groups[1].Value, ""))).Select(match => match.Value).Distinct().ToList();

        Assert.Contains("shippingAddress.country", paths);
        Assert.All(paths, path => Assert.True(Exists(order, path.Split('.')), $"{path} is no field of the canonical order."));
    }

    private static bool Exists(JsonNode? node, string[] path) =>
        path.Length == 0 || (node is JsonArray items ? Exists(items[0], path) : node is JsonObject json && json.ContainsKey(path[0]) && Exists(json[path[0]], path[1..]));

    private static ScreeningResult Screen(string? document, Order order)
    {
        ScreeningResult result = null!;
        With(document, screening => result = screening.Screen(order));
        return result;
    }

    private static void With(string? document, Action<FlowScreening> act)
    {
        using var folder = new PairFolder(pair =>
        {
            if (document is not null) pair["documents"] = new JsonObject { ["orders.flow"] = "flow.json" };
        });
        if (document is not null) File.WriteAllText(Path.Combine(folder.Root, "flow.json"), document);
        var catalog = new PairCatalog(Options.Create(new PairsOptions { Folder = folder.Root }), NullLogger<PairCatalog>.Instance);
        act(new FlowScreening(new FlowDocuments(catalog, TimeProvider.System), TimeProvider.System));
    }

    [GeneratedRegex("\"when\": \"(.*?)\"")]
    private static partial Regex Condition();

    [GeneratedRegex("'[^']*'")]
    private static partial Regex Text();

    [GeneratedRegex(@"(?<![\w$.])(?!(?:and|or|in|true|false)\b)[a-z]\w*(?:\.\w+)*")]
    private static partial Regex FieldPath();
}
