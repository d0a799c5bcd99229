using System.Text.Json;
using System.Text.Json.Nodes;
using Integration.Acumatica;
using Integration.Acumatica.SalesOrders;
using Integration.Contracts.Amounts;
using Integration.Contracts.Orders;
using Integration.Contracts.Serialization;
using Integration.Mapping.Documents;
using Integration.Mapping.Lookups;
using Integration.Run.Bench.Timing;
using Integration.Run.Stack;

namespace Integration.Run.Bench.Map;

/// <summary>
/// An order of ten lines through the shipped Acumatica document, with five more expressions, and from the record on with the check of the
/// total, against the same mapping written by hand.
/// </summary>
internal static class MapBench
{
    private static readonly AcumaticaSettings Settings = new() { Tenant = "T", ClientId = "bench@T", Username = "bench" };
    private static readonly LookupTables Lookups = SampleLookups.Create();

    /// <summary>What merchants add: a name turned round, a sum, a list of some lines, a choice, a date in their form.</summary>
    private static readonly (string To, string Text)[] FiveExpressions =
    [
        ("Five.Name", "$uppercase(billingAddress.lastName) & ', ' & billingAddress.firstName"),
        ("Five.Goods", "$sum(lines.(quantity * unitPrice))"),
        ("Five.Several", "$join(lines[quantity > 1].sku, ', ')"),
        ("Five.Class", "total > 500 ? 'HIGH' : 'LOW'"),
        ("Five.Placed", "$fromMillis($toMillis(placedAt), '[D01].[M01].[Y0001]')"),
    ];

    public static MapFigures Run(CancellationToken ct)
    {
        var order = SampleOrder.Create();
        var source = Source(order);
        var shipped = JsonNode.Parse(OrderMapping.Render(Settings))!.AsObject();
        var mapping = MappingDocument.Parse(shipped.ToJsonString()).Compile(null, OrderDocument.Model);
        var withFive = WithFive(shipped);
        var byHand = new HandWrittenMapping(Lookups);
        CheckAlike(mapping.Map(source, Lookups, ct: ct), byHand.Map(source), byHand.Problems);
        CheckUsable(withFive.Map(source, Lookups, ct: ct));

        return new MapFigures
        {
            Order = Contest.Run(
                [
                    new Contender("handWritten", () => byHand.Map(source)),
                    new Contender("shipped", () => mapping.Map(source, Lookups, ct: ct)),
                    new Contender("shippedAndFiveExpressions", () => withFive.Map(source, Lookups, ct: ct)),
                    new Contender("shippedFromRecordWithTotal", () => Total(mapping.Map(Source(order), Lookups, ct: ct).Document!)),
                ],
                ct),
            Paths = Navigation.Run(source, ct),
        };
    }

    private static JsonObject Source(Order order)
    {
        var source = JsonSerializer.SerializeToNode(order, ContractsJson.Options)!.AsObject();
        source["customer"]!["erpId"] = "C000042";
        source["captures"] = JsonSerializer.SerializeToNode(PaymentEntries.Of(order), ContractsJson.Options);
        return source;
    }

    private static Money Total(JsonObject document) => OrderAmounts.Total(OrderDocument.Prepare("", document, Settings).Plain);

    private static CompiledMapping WithFive(JsonObject shipped)
    {
        var document = shipped.DeepClone().AsObject();
        foreach (var (to, text) in FiveExpressions)
            document["rules"]!.AsArray().Add(new JsonObject { ["to"] = to, ["expr"] = text });
        return MappingDocument.Parse(document.ToJsonString()).Compile(null, null);
    }

    private static void CheckAlike(MappingResult mapped, JsonObject byHand, IReadOnlyList<string> problems)
    {
        CheckUsable(mapped);
        if (problems.Count > 0 || !JsonNode.DeepEquals(mapped.Document, byHand))
            throw new StackException($"The hand-written mapping gives another document than the shipped one; the figures would say nothing. {string.Join(' ', problems)}");
    }

    private static void CheckUsable(MappingResult mapped)
    {
        if (mapped.Problems.Count > 0)
            throw new StackException($"The sample order cannot be mapped: {mapped.Problems[0].Message}");
    }
}
