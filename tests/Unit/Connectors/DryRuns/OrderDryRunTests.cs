using System.Text.Json.Nodes;
using Integration.Connectors.DryRuns;
using Integration.Contracts.Orders;
using Integration.Tests.Samples;
using Integration.Tests.Unit.Connectors.Publishing;
using Xunit;

namespace Integration.Tests.Unit.Connectors.DryRuns;

public sealed class OrderDryRunTests : IDisposable
{
    private const string City = """, { "to": "City", "from": "shippingAddress.city", "convert": { "kind": "text", "case": "upper" } }""";
    private const string Ship = """, { "to": "Ship", "from": "shippingMethod.name", "lookup": "ship", "required": true }""";
    private readonly PairFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_order_that_maps_and_adds_up_would_be_sent_and_the_lookups_are_named()
    {
        var result = Run(PlainOrders.Mapping(3, more: Ship), Sample());

        Assert.True(result.WouldBeSent);
        Assert.Equal(("plain.orders", 3, "1001", "GROUND"), (result.Mapping, result.Version, result.Number, result.Document["Ship"]!.GetValue<string>()));
        Assert.Equal(new LookupUse("ship", "Courier", "GROUND"), Assert.Single(result.Lookups));
        Assert.Equal(result.OrderTotal, result.DocumentTotal);
    }

    [Fact]
    public void A_code_without_a_row_is_a_problem_with_rule_place_table_and_code()
    {
        var result = Run(PlainOrders.Mapping(3, more: Ship), Sample() with { ShippingMethod = new ShippingMethod("9", "Drone") });

        Assert.False(result.WouldBeSent);
        var problem = Assert.Single(result.Problems);
        Assert.Equal(("Ship", "ship", "Drone", "orders.toErp", 3, "Ship"),
            (problem.Field, problem.Cause!.Table, problem.Cause.Code, problem.Cause.Document, problem.Cause.Version, problem.Cause.Rule));
        Assert.Equal(new LookupUse("ship", "Drone", null), Assert.Single(result.Lookups));
        Assert.Null(result.DocumentTotal);
    }

    [Fact]
    public void A_document_that_does_not_add_up_would_not_be_sent()
    {
        var result = Run(PlainOrders.Mapping(2).Replace("\"from\": \"total\"", "\"expr\": \"total + 1\"", StringComparison.Ordinal), Sample());

        Assert.False(result.WouldBeSent);
        Assert.Equal("total", Assert.Single(result.Problems).Cause!.Rule);
    }

    [Fact]
    public void What_the_pair_does_not_take_is_said()
    {
        var stops = Run(PlainOrders.Shipped, Sample() with { PaymentStatus = PaymentStatus.Unpaid, PlacedAt = new DateTimeOffset(2025, 12, 31, 0, 0, 0, TimeSpan.Zero), Lines = [] }).Stops;

        Assert.Contains(stops, stop => stop.Contains("placed before 2026-01-01", StringComparison.Ordinal));
        Assert.Contains(stops, stop => stop.Contains("import rule", StringComparison.Ordinal));
        Assert.Contains(stops, stop => stop.Contains("no lines", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("hold", "holds")]
    [InlineData("reject", "refuses")]
    public void A_flow_rule_that_stops_it_is_named(string action, string word)
    {
        using var folder = new PairFolder(pair => pair["documents"] = new JsonObject { ["orders.flow"] = "rules/flow.json" });
        Directory.CreateDirectory(Path.Combine(folder.Root, "rules"));
        File.WriteAllText(Path.Combine(folder.Root, "rules", "flow.json"),
            $$"""{ "id": "f", "version": 1, "lane": "orders", "rules": [ { "name": "large", "when": "total > 1", "action": "{{action}}", "reason": "It is large." } ] }""");

        var result = new OrderDryRun(folder.Pair, new PlainOrders(), PlainOrders.Shipped, TimeProvider.System).Run(Sample(), showPersonal: false);

        Assert.Equal($"A flow rule {word} it: It is large.", Assert.Single(result.Stops));
    }

    [Fact]
    public void Personal_data_is_hidden_whatever_the_mapping_does_with_it()
    {
        var mapping = PlainOrders.Mapping(2, more: """
            , { "to": "City", "expr": "$uppercase($substring(shippingAddress.city, 0, 3)) & '/' & $length(customer.email)" },
              { "to": "Ship", "expr": "shippingAddress.country & ' ' & currency" }
            """);

        var hidden = Run(mapping, Sample()).Document;
        var shown = Run(mapping, Sample(), showPersonal: true).Document;

        Assert.Equal(("•••", "US USD", "1001"), (hidden["City"]!.GetValue<string>(), hidden["Ship"]!.GetValue<string>(), hidden["Ref"]!.GetValue<string>()));
        Assert.Equal("NEW/16", shown["City"]!.GetValue<string>());
    }

    [Fact]
    public void What_cannot_be_mapped_for_somebody_else_is_hidden_too()
    {
        var mapping = PlainOrders.Mapping(2, more: """, { "to": "City", "from": "shippingAddress.city", "when": "shippingAddress.city = 'New York'" }""");

        Assert.Equal("•••", Run(mapping, Sample()).Document["City"]!.GetValue<string>());
    }

    [Fact]
    public void A_diff_counts_by_rule_and_names_what_newly_fails_and_passes()
    {
        Order[] orders = [Sample("1"), Sample("2"), Sample("3") with { ShippingMethod = new ShippingMethod("9", "Drone") }, Sample("4") with { ShippingMethod = null }];
        var live = DryRun(PlainOrders.Mapping(1, more: Ship));
        var tried = DryRun(PlainOrders.Mapping(2, "reference", """, { "to": "Ship", "from": "shippingMethod.name", "required": true }"""));

        var report = MappingDiff.Compare(live, tried, orders, showPersonal: false);

        Assert.Equal((4, 0, 1), (report.Orders, report.Same, report.FailingBoth));
        Assert.Equal(["3"], report.NewlyPassing);
        Assert.Empty(report.NewlyFailing);
        Assert.Equal([("Ref", 4, 4), ("Ship", 3, 3)], report.Rules.Select(rule => (rule.Rule, rule.Changes, rule.Orders)));
        Assert.Equal(new ChangeExample("1", "Ref", "\"1\"", "\"XC1-1\""), report.Rules[0].Examples[0]);
        Assert.Equal(3, report.Rules[0].Examples.Count);
        Assert.Equal(["3"], MappingDiff.Compare(tried, live, orders, showPersonal: false).NewlyFailing.Select(order => order.Number));
    }

    [Fact]
    public void A_diff_sees_changes_of_personal_data_without_showing_them()
    {
        var report = MappingDiff.Compare(DryRun(PlainOrders.Mapping(1, more: City)), DryRun(PlainOrders.Mapping(2, more: City.Replace("upper", "lower", StringComparison.Ordinal))), [Sample()], showPersonal: false);

        var change = Assert.Single(report.Rules);
        Assert.Equal(new ChangeExample("1001", "City", "\"•••\"", "\"•••\""), Assert.Single(change.Examples));
    }

    [Fact]
    public void The_same_documents_differ_in_nothing() =>
        Assert.Equal((1, 1, 0), MappingDiff.Compare(DryRun(PlainOrders.Shipped), DryRun(PlainOrders.Shipped), [Sample()], showPersonal: true) is var report ? (report.Orders, report.Same, report.Rules.Count) : default);

    private static Order Sample(string number = "1001") => SampleOrder.With(new OrderKey("shop-erp", number), number);

    private OrderDryRun DryRun(string mapping) => new(_folder.Pair, new PlainOrders(), mapping, TimeProvider.System);

    private DryRunResult Run(string mapping, Order order, bool showPersonal = false) => DryRun(mapping).Run(order, showPersonal);
}
