using System.Text.Json.Nodes;
using Integration.Acumatica.Protocol;
using Integration.Contracts.Operations;

namespace Integration.Acumatica.SalesOrders;

/// <summary>A mapped sales order made ready to be sent.</summary>
internal sealed class OrderDocument
{
    private OrderDocument(JsonObject plain, IReadOnlyList<Reason> problems)
    {
        Plain = plain;
        Problems = problems;
    }

    /// <summary>The entity's fields.</summary>
    public static EntityModel Model { get; } = EntityModel.Load("Integration.Acumatica.SalesOrders.sales-order-24.200.001.json");

    /// <summary>The document as it will be sent, before wrapping.</summary>
    public JsonObject Plain { get; }

    /// <summary>Why it must not be sent; empty when it may.</summary>
    public IReadOnlyList<Reason> Problems { get; }

    /// <summary>The order type it goes to.</summary>
    public string OrderType => OrderAmounts.Text(Plain, nameof(OrderType));

    /// <summary>Fills in order type and reference, makes prices representable and caps payments. The mapped document is left as it is.</summary>
    public static OrderDocument Prepare(string reference, JsonObject mapped, AcumaticaSettings settings)
    {
        var plain = (JsonObject)mapped.DeepClone();
        if (OrderAmounts.Text(plain, nameof(OrderType)).Length == 0) plain[nameof(OrderType)] = settings.OrderType;
        if (reference.Length > 0 && OrderAmounts.Text(plain, "ExternalRef").Length == 0) plain["ExternalRef"] = reference;
        MergedTaxes.Apply(plain);
        RepresentablePrices.Apply(plain, settings.PriceDecimals);
        AppliedPayments.Apply(plain);
        return new OrderDocument(plain, [.. Model.Problems(plain), .. OwnProblems(reference, plain, settings)]);
    }

    private static IEnumerable<Reason> OwnProblems(string reference, JsonObject plain, AcumaticaSettings settings)
    {
        if (reference.Length > 0 && OrderAmounts.Text(plain, "ExternalRef") != reference)
            yield return new Reason("ExternalRef", $"The mapping must write the reference {reference} here: by it the order is found again.");
        if (settings.UniqueReference && OrderAmounts.Text(plain, "CustomerOrder") != reference)
            yield return new Reason("CustomerOrder", $"With uniqueReference the mapping must write the reference {reference} here: on it rests that no order is doubled.");
        if (!settings.OrderTypes.Contains(OrderAmounts.Text(plain, "OrderType")))
            yield return new Reason("OrderType", "The mapping writes an order type that the settings orderType and otherOrderTypes do not name; orders there would not be found again.");
        if (!OrderAmounts.Rows(plain, "Details").Any())
            yield return new Reason("Details", "The document has no lines.");
        if (OrderAmounts.Rows(plain, "Details").Any(line => (OrderAmounts.Number(line, "OrderQty") ?? 0) == 0))
            yield return new Reason("Details", "A line has no quantity.");
    }
}
