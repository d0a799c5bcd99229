using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Integration.Contracts.Orders;
using Integration.Contracts.Serialization;
using Integration.Mapping.Documents;
using Integration.Mapping.Templates;
using Integration.Tests.Unit.Acumatica.SalesOrders;
using Integration.Tests.Unit.Mapping.Conversions;
using Xunit;

namespace Integration.Tests.Unit.Mapping.Templates;

public sealed class CurrencyTemplateTests
{
    private static readonly CompiledMapping Mapping = MappingDocument.Parse(MappingTemplates.Read("currency.order")).Compile(null, null);

    [Fact]
    public void Any_order_still_adds_up_in_the_other_currency() => Prop.ForAll(Cases().ToArbitrary(), given =>
    {
        var (order, millionths) = given;
        var rate = millionths / 1_000_000m;
        var document = Map(order, rate);
        var sum = Sum(document, "Lines") + Number(document, "Freight") + Sum(document, "Fees") + Sum(document, "Taxes") - Sum(document, "Discounts") + Number(document, "Rounding");
        var parts = order.Lines.Count + order.Fees.Count + order.Taxes.Count + order.Discounts.Count + 2;
        var written = order.Currency == "EUR" ? 1 : rate;

        return (sum == Number(document, "Total")
            && Number(document, "Total") == Math.Round(order.Total * written, 2, MidpointRounding.ToEven)
            && Math.Abs(Number(document, "Rounding") - (order.Rounding * written)) <= 0.005m * parts
            && Number(document, "Rate") == written).Label(document.ToJsonString());
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_amount_has_the_decimals_of_the_other_currency() => Prop.ForAll(Cases().ToArbitrary(), given =>
    {
        var document = Map(given.Order, given.Millionths / 1_000_000m);
        return document["Lines"]!.AsArray().Select(line => line!["Amount"]!.ToString()).Append(document["Rounding"]!.ToString()).All(amount => amount.Split('.') is [_, { Length: 2 }]);
    }).QuickCheckThrowOnFailure();

    private static Gen<(Order Order, int Millionths)> Cases() =>
        from order in AnyOrder.Gen
        from millionths in Gen.Choose(1, 2_000_000)
        select (order, millionths);

    private static JsonObject Map(Order order, decimal rate)
    {
        var rates = new JsonArray([.. ((string[])["USD", "JPY", "KWD"]).Select(from => (JsonNode)new JsonObject { ["from"] = from, ["to"] = "EUR", ["validFrom"] = "2026-01-01", ["rate"] = rate })]);
        var tables = new JsonObject { ["exchange-rates"] = new JsonObject { ["source"] = "test", ["rates"] = rates } };
        var result = Mapping.Map(JsonSerializer.SerializeToNode(order, ContractsJson.Options)!, Converting.Tables(tables.ToJsonString()), null, TestContext.Current.CancellationToken);
        Assert.Empty(result.Problems);
        return result.Document!;
    }

    private static decimal Number(JsonObject document, string name) => document[name]?.GetValue<decimal>() ?? 0;

    private static decimal Sum(JsonObject document, string name) => document[name]!.AsArray().Sum(row => Number(row!.AsObject(), "Amount"));
}
